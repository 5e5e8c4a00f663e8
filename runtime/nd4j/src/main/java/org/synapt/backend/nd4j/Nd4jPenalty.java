package org.synapt.backend.nd4j;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Penalty;

/** Penalties by ND4J's ops, where Java does not reach the floats. */
final class Nd4jPenalty implements Penalty {
  private static final int SUM = 0;
  private static final int GRADIENT = 1;
  private static final int GRADIENT_ADD = 2;

  private final Room room;
  private final Calls<OpSequence> calls = new Calls<>(OpSequence::close);

  Nd4jPenalty(Engine engine) {
    room = new Room(engine);
  }

  @Override
  public void sum(int count, float l1, float l2, Buffer x, Buffer y) {
    run(SUM, count, l1, l2, x, y);
  }

  @Override
  public void gradient(int count, float l1, float l2, Buffer x, Buffer dx) {
    run(GRADIENT, count, l1, l2, x, dx);
  }

  @Override
  public void gradientAdd(int count, float l1, float l2, Buffer x, Buffer dx) {
    run(GRADIENT_ADD, count, l1, l2, x, dx);
  }

  private void run(int kind, int count, float l1, float l2, Buffer x, Buffer y) {
    Nd4jBuffer from = Nd4jBuffer.of(x);
    Nd4jBuffer to = Nd4jBuffer.of(y);
    calls.begin(kind).with(count).with(Float.floatToRawIntBits(l1));
    calls.with(Float.floatToRawIntBits(l2));
    Optional<OpSequence> known = calls.with(from).with(to).find();
    (known.isPresent() ? known.get() : calls.keep(prepare(kind, count, l1, l2, from, to))).run();
  }

  private OpSequence prepare(int kind, int count, float l1, float l2, Nd4jBuffer x, Nd4jBuffer y) {
    OpSequence steps = new OpSequence(room);
    if (kind == SUM) {
      return sum(count, l1, l2, steps, x, y);
    }
    INDArray dx = y.array(count);
    if (kind == GRADIENT) {
      return slopes(count, l1, l2, steps, x.array(count), dx);
    }
    INDArray slopes = room.place(0, count).array(count);
    return slopes(count, l1, l2, steps, x.array(count), slopes).add(dx, slopes, dx);
  }

  /** Weights come before sums, as a square may be too large and the weighted one not. */
  private OpSequence sum(
      int count, float l1, float l2, OpSequence steps, Nd4jBuffer x, Nd4jBuffer y) {
    Nd4jBuffer terms = room.place(0, count);
    int kept = 0;
    if (l2 != 0) {
      steps
          .multiply(x.array(count), l2, terms.array(count))
          .product(terms.array(1, count), x.array(count), 1, 0, y.array(1));
      kept = 1;
    }
    if (l1 != 0) {
      steps
          .abs(x.array(count), terms.array(count))
          .multiply(terms.array(count), l1, terms.array(count))
          .sumOfColumns(1, count, 1, terms, kept, y);
      kept = 1;
    }
    return kept == 1 ? steps : steps.subtract(y.array(1), y.array(1), y.array(1));
  }

  private OpSequence slopes(
      int count, float l1, float l2, OpSequence steps, INDArray x, INDArray dx) {
    if (l1 == 0) {
      return steps.multiply(x, 2 * l2, dx);
    }
    INDArray rest = room.place(1, count).array(count);
    steps.sign(x, dx).multiply(dx, l1, dx);
    if (l2 == 0) {
      steps.nothingButNaN(x, rest);
    } else {
      steps.multiply(x, 2 * l2, rest);
    }
    return steps.add(dx, rest, dx);
  }
}
