package org.synapt.processor.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.LayerNormalization;
import org.synapt.processor.op.Reshape;
import org.synapt.processor.op.Room;
import org.synapt.processor.shape.Shape;

/**
 * y = γ · (x − μ) / √(σ² + ε) + β, with mean and variance over some axes of each example.
 *
 * <pre>x [b, …]   γ, β [the extents of those axes]   →   y [b, …]</pre>
 *
 * <p>Problems: {@link Code#AxisBeyondRank}, {@link Code#RepeatedAxis}, {@link
 * Code#NormalizationOverOne}, {@link Code#AttributeOutOfRange}, and those of {@link
 * ParameterAttributes}.
 */
final class LayerNormalizationLayer implements Layer {

  @Override
  public String annotation() {
    return "LayerNormalization";
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    Mention layer = use.layer();
    boolean sound = Bounds.aboveZero(layer, "epsilon", problems);
    Optional<Set<Integer>> axes = new Axes(use, "axis", problems).distinct(layer.integers("axis"));
    if (axes.isEmpty() || !checkExtent(use, problems)) {
      return Optional.empty();
    }
    Shape normal = normal(layer, use.shape(0));
    return new ScaleAndShift(layer).check(use.row(), normal, problems) && sound
        ? Optional.of(use.shape(0))
        : Optional.empty();
  }

  private static boolean checkExtent(Use use, Problems problems) {
    if (normal(use.layer(), use.shape(0)).size() > 1) {
      return true;
    }
    problems.add(
        Code.NormalizationOverOne,
        use.layer().origin("axis"),
        "each value of %s is its own mean, so that all become 0".formatted(use.operandText()),
        "normalize over an axis with several values, or with @BatchNormalization");
    return false;
  }

  private static SortedSet<Integer> axes(Mention layer, Shape x) {
    SortedSet<Integer> axes = new TreeSet<>();
    layer.integers("axis").forEach(axis -> axes.add(Axes.resolve(axis, x)));
    return axes;
  }

  /** The extents of the axes that are normalized. */
  private static Shape normal(Mention layer, Shape x) {
    return new Shape(axes(layer, x).stream().map(x::extent).toList());
  }

  @Override
  public List<ParameterSpec> parameters(Mention layer, List<Shape> operands) {
    return new ScaleAndShift(layer).parameters(normal(layer, operands.get(0)));
  }

  @Override
  public boolean takesSymbols(Use use) {
    return Axes.areNumbers(use.layer().integers("axis"), use.shape(0));
  }

  @Override
  public String describe(Mention layer) {
    return "layerNormalization";
  }

  @Override
  public boolean keepsMask() {
    return true;
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    Value x = operands.get(0);
    SortedSet<Integer> axes = axes(layer, x.shape());
    LastAxes last = new LastAxes(x.shape().rank(), axes);
    Value turned = last.turned(x, lowering);
    Shape normal = normal(layer, x.shape());
    Shape rows = rows(turned.shape(), normal);
    Value y = normalize(layer, reshaped(rows, turned, lowering), lowering);
    return last.back(reshaped(turned.shape(), y, lowering), lowering);
  }

  /** A shape whose last axes, which are normalized, are one. */
  private static Shape rows(Shape x, Shape normal) {
    Shape rows = x;
    for (int i = 0; i < normal.rank(); i++) {
      rows = rows.withoutLast();
    }
    return rows.inserting(rows.rank(), Math.toIntExact(normal.size()));
  }

  private static Value reshaped(Shape shape, Value x, Lowering lowering) {
    return x.shape().equals(shape) ? x : lowering.emit("rows", new Reshape(shape), x);
  }

  private static Value normalize(Mention layer, Value x, Lowering lowering) {
    LayerNormalization op =
        new LayerNormalization(
            layer.decimal("epsilon"), lowering.training(), new ScaleAndShift(layer).affine());
    List<Value> operands = new ArrayList<>(List.of(x));
    if (lowering.training()) {
      Shape saved = x.shape().with(x.shape().rank() - 1, 2);
      operands.add(lowering.emit("saved", Room.batched(saved)));
    }
    Shape vector = Shape.of(x.shape().last());
    for (Value parameter : new ScaleAndShift(layer).values(lowering)) {
      operands.add(reshaped(vector, parameter, lowering));
    }
    return lowering.emit("normal", op, operands.toArray(Value[]::new));
  }
}
