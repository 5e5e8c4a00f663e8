package org.synapt.processor.layer;

import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.Reduce;
import org.synapt.processor.op.Reshape;
import org.synapt.processor.op.SumOverBatch;
import org.synapt.processor.shape.Count;
import org.synapt.processor.shape.Shape;

/**
 * The loss of each example where some steps do not count: all steps of a batch that count have the
 * same share in the mean of its losses.
 *
 * <pre>
 * terms [b, T, …]   mask [b, T]   →   loss [b]
 * loss = b / n · Σ mask · (mean of the terms of the step)     n = Σ mask over the batch
 * </pre>
 *
 * <p>The mean of the losses of a batch is thus {@code Σ mask · loss / Σ mask}, and 0 where no step
 * counts. Source: Keras 3, {@code losses/loss.py}: {@code apply_mask}, {@code
 * reduce_weighted_values}.
 */
final class MaskedMean {
  private static final Elementwise ONE = Elementwise.of("1", "count");
  private static final Elementwise SCALE =
      Elementwise.of("total > 0 ? examples / total : 0", "examples", "total");
  private static final Elementwise SCALED = Elementwise.of("sum * scale", "sum", "scale");

  private final Value mask;
  private final Lowering lowering;

  MaskedMean(Value mask, Lowering lowering) {
    this.mask = mask;
    this.lowering = lowering;
  }

  /** The loss of each example. */
  Value of(Value terms) {
    Value kept = StepMask.kept(ofSteps(terms), mask, lowering);
    Value sum = lowering.emit("sum", Reduce.sum(0), kept);
    return lowering.emit("loss", SCALED, sum, scale());
  }

  /** The mean of what each step has. */
  private Value ofSteps(Value terms) {
    Shape shape = terms.shape();
    if (shape.rank() == 1) {
      return terms;
    }
    Count n = shape.count(1, shape.rank());
    if (n.isOne()) {
      return lowering.emit("steps", new Reshape(Shape.of(shape.extent(0))), terms);
    }
    Value sums = lowering.emit("sums", Reduce.sum(1, shape.rank() - 1), terms);
    return Mean.of("steps", sums, n, lowering);
  }

  /** The examples of the batch over its steps that count, so that their losses have that mean. */
  private Value scale() {
    SumOverBatch total = new SumOverBatch(Shape.of());
    Value count = lowering.emit("count", Reduce.sum(0), mask);
    Value one = lowering.emit("one", ONE, count);
    Value counted = lowering.emit("counted", total, count);
    Value examples = lowering.emit("examples", total, one);
    return lowering.emit("scale", SCALE, examples, counted);
  }
}
