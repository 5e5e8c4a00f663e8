package org.synapt.processor.layer;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Concatenate;
import org.synapt.processor.shape.Shape;

/**
 * Joins values along one axis.
 *
 * <pre>[b, …, i, …], [b, …, j, …]   →   [b, …, i + j, …]</pre>
 *
 * <p>Problems: {@link Code#AxisBeyondRank}, {@link Code#ConcatenateShape}, {@link
 * Code#TooManyElements}.
 */
final class ConcatenateLayer implements Layer {

  @Override
  public String annotation() {
    return "Concatenate";
  }

  @Override
  public Arity arity() {
    return Arity.TWO_OR_MORE;
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    OptionalInt axis = new Axes(use, "axis", problems).of(0, use.layer().integer("axis"));
    return axis.isPresent() ? joined(use, axis.getAsInt(), problems) : Optional.empty();
  }

  private static Optional<Shape> joined(Use use, int axis, Problems problems) {
    Shape first = use.shape(0);
    List<Integer> odd = Disagreement.among(use.shapes(), shape -> agreeOutside(axis, first, shape));
    if (!odd.isEmpty()) {
      Disagreement.report(
          Code.ConcatenateShape,
          use,
          odd,
          first.rank() == 1
              ? "make all of them vectors"
              : "make them agree on every axis but the joined one, axis %s".formatted(axis),
          problems);
      return Optional.empty();
    }
    long extent = use.shapes().stream().mapToLong(shape -> shape.extent(axis)).sum();
    if (extent > Integer.MAX_VALUE) {
      Sizes.report(
          "axis %s of %s".formatted(axis, use.row()), extent, use.layer().origin(), problems);
      return Optional.empty();
    }
    return Sizes.checked(use.row(), first.with(axis, (int) extent), use.layer().origin(), problems);
  }

  private static boolean agreeOutside(int axis, Shape a, Shape b) {
    return a.rank() == b.rank() && a.equals(b.with(axis, a.extent(axis)));
  }

  @Override
  public boolean takesSymbols(Use use) {
    List<Integer> axis = List.of(use.layer().integer("axis"));
    return use.shapes().stream().allMatch(shape -> Axes.areNumbers(axis, shape));
  }

  @Override
  public String describe(Mention layer) {
    int axis = layer.integer("axis");
    return axis == -1 ? "concatenate" : "concatenate(axis %s)".formatted(axis);
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    int axis = Axes.resolve(layer.integer("axis"), operands.get(0).shape());
    Value y = lowering.emit("joined", new Concatenate(axis), operands.toArray(Value[]::new));
    MergedMasks masks = new MergedMasks(lowering);
    (axis == 0 ? masks.joined(operands) : masks.union(operands, y.shape()))
        .ifPresent(mask -> lowering.masked(y, mask));
    return y;
  }
}
