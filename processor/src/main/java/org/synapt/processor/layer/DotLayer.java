package org.synapt.processor.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/**
 * Sums the products along one axis of each operand.
 *
 * <pre>x₁ [b, …, k, …]   x₂ [b, …, k, …]   →   y [b, the other axes of x₁, the other axes of x₂]
 * </pre>
 *
 * <p>Two vectors give {@code [b, 1]}. Problems: {@link Code#AxisBeyondRank}, {@link Code#DotShape},
 * {@link Code#TooManyElements}.
 */
final class DotLayer implements Layer {

  @Override
  public String annotation() {
    return "Dot";
  }

  @Override
  public Arity arity() {
    return Arity.TWO;
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    List<Integer> stated = use.layer().integers("axes");
    if (stated.isEmpty() || stated.size() > 2) {
      problems.add(
          Code.DotShape,
          use.layer().origin("axes"),
          "axes = %s names %s axes".formatted(stated, stated.size()),
          "name one axis of each operand, or one number for both");
      return Optional.empty();
    }
    Axes axes = new Axes(use, "axes", problems);
    OptionalInt first = axes.of(0, stated.get(0));
    OptionalInt second = axes.of(1, stated.get(stated.size() - 1));
    return first.isPresent() && second.isPresent()
        ? product(use, first.getAsInt(), second.getAsInt(), problems)
        : Optional.empty();
  }

  private static Optional<Shape> product(Use use, int first, int second, Problems problems) {
    Shape a = use.shape(0);
    Shape b = use.shape(1);
    if (a.extent(first) != b.extent(second)) {
      problems.add(
          Code.DotShape,
          use.layer().states("axes") ? use.layer().origin("axes") : use.operands().get(1).origin(),
          "axis %s of %s %s has %s elements, but axis %s of %s %s has %s"
              .formatted(
                  first,
                  use.operands().get(0).name(),
                  a,
                  Shape.text(a.extent(first)),
                  second,
                  use.operands().get(1).name(),
                  b,
                  Shape.text(b.extent(second))),
          use.tracing(remedy(a.extent(first), b.extent(second))));
      return Optional.empty();
    }
    return Sizes.checked(
        use.row(), shape(a.without(first), b.without(second)), use.layer().origin(), problems);
  }

  private static String remedy(int first, int second) {
    return first < 0 || second < 0
        ? "%s is not %s: write the same constant in the inputs where they are the same"
            .formatted(Shape.text(first), Shape.text(second))
        : "sum along axes of the same extent";
  }

  private static Shape shape(Shape a, Shape b) {
    List<Integer> extents = new ArrayList<>(a.extents());
    extents.addAll(b.extents());
    return extents.isEmpty() ? Shape.of(1) : new Shape(extents);
  }

  @Override
  public boolean takesSymbols(Use use) {
    return use.shapes().stream().allMatch(shape -> shape.rank() <= 2);
  }

  @Override
  public String describe(Mention layer) {
    return layer.flag("normalize") ? "dot, normalized" : "dot";
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    List<Integer> axes = layer.integers("axes");
    Value a = operands.get(0);
    Value b = operands.get(1);
    int first = Axes.resolve(axes.get(0), a.shape());
    int second = Axes.resolve(axes.get(axes.size() - 1), b.shape());
    Shape shape = shape(a.shape().without(first), b.shape().without(second));
    DotEquations equations = new DotEquations(shape, lowering);
    return layer.flag("normalize")
        ? equations.product(
            equations.normalized(a, first), first, equations.normalized(b, second), second)
        : equations.product(a, first, b, second);
  }
}
