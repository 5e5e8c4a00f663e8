package org.synapt.processor.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.Permute;
import org.synapt.processor.op.Softmax;
import org.synapt.processor.shape.Shape;

/**
 * y = exp(x) / Σ exp(x) along one axis, with {@code x [b, …] → y [b, …]}.
 *
 * <p>Problems: {@link Code#AxisBeyondRank}, {@link Code#SoftmaxOverOne}.
 */
final class SoftmaxLayer implements Layer {
  private static final Elementwise COUNTED = Elementwise.of("x - 1e9 * (1 - mask)", "x", "mask");

  @Override
  public String annotation() {
    return "Softmax";
  }

  @Override
  public Optional<Shape> infer(Use use, Problems problems) {
    OptionalInt axis = new Axes(use, "axis", problems).of(0, use.layer().integer("axis"));
    return axis.isPresent()
            && Activations.checkSum(
                use.layer(), "axis", use.row(), use.shape(0), axis.getAsInt(), problems)
        ? Optional.of(use.shape(0))
        : Optional.empty();
  }

  @Override
  public boolean takesSymbols(Use use) {
    return true;
  }

  @Override
  public String describe(Mention layer) {
    int axis = layer.integer("axis");
    return axis == -1 ? "softmax" : "softmax(axis %s)".formatted(axis);
  }

  @Override
  public boolean keepsMask() {
    return true;
  }

  @Override
  public Value lower(Mention layer, List<Value> operands, Lowering lowering) {
    int axis = Axes.resolve(layer.integer("axis"), operands.get(0).shape());
    Value x = axis == 0 ? overCounted(operands.get(0), lowering) : operands.get(0);
    int rank = x.shape().rank();
    if (axis == rank - 1) {
      return lowering.emit("softmax", Softmax.SOFTMAX, x);
    }
    List<Integer> order = new ArrayList<>(IntStream.range(0, rank).boxed().toList());
    order.add(order.remove(axis));
    Permute turn = new Permute(order);
    Value turned = lowering.emit("turned", turn, x);
    Value softmax = lowering.emit("softmax", Softmax.SOFTMAX, turned);
    return lowering.emit("softmax", turn.inverse(), softmax);
  }

  /** Steps that do not count are made so small, as Keras makes them, that they have no share. */
  private static Value overCounted(Value x, Lowering lowering) {
    return lowering
        .mask(x)
        .map(mask -> lowering.emit("counted", COUNTED, x, StepMask.along(x, mask, lowering)))
        .orElse(x);
  }
}
