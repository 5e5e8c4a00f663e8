package org.synapt.backend.nd4j;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Softmax;

/** Softmax by ND4J's op, and the rest by others, where Java does not reach the floats. */
final class Nd4jSoftmax implements Softmax {
  private static final int SOFTMAX = 0;
  private static final int SOFTMAX_GRADIENT = 1;
  private static final int LOG_SOFTMAX = 2;
  private static final int LOG_SOFTMAX_GRADIENT = 3;

  private final Room room;
  private final Calls<OpSequence> calls = new Calls<>(OpSequence::close);

  Nd4jSoftmax(Engine engine) {
    room = new Room(engine);
  }

  @Override
  public void softmax(int rows, int n, Buffer x, Buffer y) {
    run(SOFTMAX, rows, n, x, x, y);
  }

  @Override
  public void softmaxGradient(int rows, int n, Buffer y, Buffer dy, Buffer dx) {
    run(SOFTMAX_GRADIENT, rows, n, y, dy, dx);
  }

  @Override
  public void logSoftmax(int rows, int n, Buffer x, Buffer y) {
    run(LOG_SOFTMAX, rows, n, x, x, y);
  }

  @Override
  public void logSoftmaxGradient(int rows, int n, Buffer y, Buffer dy, Buffer dx) {
    run(LOG_SOFTMAX_GRADIENT, rows, n, y, dy, dx);
  }

  private void run(int kind, int rows, int n, Buffer first, Buffer second, Buffer result) {
    Nd4jBuffer a = Nd4jBuffer.of(first);
    Nd4jBuffer b = Nd4jBuffer.of(second);
    Nd4jBuffer c = Nd4jBuffer.of(result);
    Optional<OpSequence> known =
        calls.begin(kind).with(rows).with(n).with(a).with(b).with(c).find();
    (known.isPresent() ? known.get() : calls.keep(prepare(kind, rows, n, a, b, c))).run();
  }

  private OpSequence prepare(int kind, int rows, int n, Nd4jBuffer a, Nd4jBuffer b, Nd4jBuffer c) {
    return switch (kind) {
      case SOFTMAX -> new OpSequence(room).softmax(a.array(rows, n), c.array(rows, n));
      case SOFTMAX_GRADIENT -> softmaxGradient(rows, n, a, b, c);
      case LOG_SOFTMAX -> logSoftmax(rows, n, a, c);
      default -> logSoftmaxGradient(rows, n, a, b, c);
    };
  }

  private OpSequence softmaxGradient(int rows, int n, Nd4jBuffer y, Nd4jBuffer dy, Nd4jBuffer dx) {
    Nd4jBuffer products = room.place(0, rows * n);
    Nd4jBuffer sums = room.place(1, rows);
    INDArray rest = room.place(2, rows * n).array(rows, n);
    return new OpSequence(room)
        .multiply(y.array(rows, n), dy.array(rows, n), products.array(rows, n))
        .sumOfColumns(rows, n, 1, products, 0, sums)
        .subtract(dy.array(rows, n), sums.array(rows, 1), rest)
        .multiply(y.array(rows, n), rest, dx.array(rows, n));
  }

  private OpSequence logSoftmax(int rows, int n, Nd4jBuffer x, Nd4jBuffer y) {
    INDArray below = room.place(0, rows * n).array(rows, n);
    Nd4jBuffer logs = room.place(1, rows);
    return new OpSequence(room)
        .logOfSum(rows, n, x, below, logs)
        .subtract(below, logs.array(rows, 1), y.array(rows, n));
  }

  private OpSequence logSoftmaxGradient(
      int rows, int n, Nd4jBuffer y, Nd4jBuffer dy, Nd4jBuffer dx) {
    INDArray powers = room.place(0, rows * n).array(rows, n);
    Nd4jBuffer sums = room.place(1, rows);
    INDArray shares = room.place(2, rows * n).array(rows, n);
    return new OpSequence(room)
        .exp(y.array(rows, n), powers)
        .sumOfColumns(rows, n, 1, dy, 0, sums)
        .multiply(powers, sums.array(rows, 1), shares)
        .subtract(dy.array(rows, n), shares, dx.array(rows, n));
  }
}
