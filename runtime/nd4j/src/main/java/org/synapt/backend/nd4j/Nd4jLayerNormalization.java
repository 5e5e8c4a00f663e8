package org.synapt.backend.nd4j;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.LayerNormalization;

/**
 * Layer normalization by ND4J's ops, where Java does not reach the floats.
 *
 * <p>Saved are the means of all rows, and then their deviations, √(σ² + ε).
 */
final class Nd4jLayerNormalization implements LayerNormalization {
  private static final int FORWARD = 0;
  private static final int GRADIENT = 1;

  private final Room room;
  private final Calls<OpSequence> calls = new Calls<>(OpSequence::close);

  Nd4jLayerNormalization(Engine engine) {
    room = new Room(engine);
  }

  @Override
  public void forward(
      int rows, int n, float epsilon, Buffer x, Buffer gamma, Buffer beta, Buffer saved, Buffer y) {
    Nd4jBuffer from = Nd4jBuffer.of(x);
    Nd4jBuffer scale = Nd4jBuffer.of(gamma);
    Nd4jBuffer shift = Nd4jBuffer.of(beta);
    Nd4jBuffer kept = Nd4jBuffer.of(saved);
    Nd4jBuffer to = Nd4jBuffer.of(y);
    calls.begin(FORWARD).with(rows).with(n).with(Float.floatToRawIntBits(epsilon));
    calls.with(scale.length()).with(shift.length()).with(kept.length());
    Optional<OpSequence> known =
        calls.with(from).with(scale).with(shift).with(kept).with(to).find();
    OpSequence steps =
        known.isPresent()
            ? known.get()
            : calls.keep(forward(rows, n, epsilon, from, scale, shift, kept, to));
    steps.run();
  }

  private OpSequence forward(
      int rows,
      int n,
      float epsilon,
      Nd4jBuffer x,
      Nd4jBuffer gamma,
      Nd4jBuffer beta,
      Nd4jBuffer saved,
      Nd4jBuffer y) {
    Nd4jBuffer statistics = saved.length() > 0 ? saved : room.place(0, 2 * rows);
    Nd4jBuffer mean = statistics.slice(0, rows);
    Nd4jBuffer deviation = statistics.slice(rows, rows);
    INDArray centred = room.place(1, rows * n).array(rows, n);
    Nd4jBuffer spare = room.place(2, rows * n);
    OpSequence steps =
        new OpSequence(room)
            .sumOfColumns(rows, n, 1.0 / n, x, 0, mean)
            .subtract(x.array(rows, n), mean.array(rows, 1), centred)
            .square(centred, spare.array(rows, n))
            .sumOfColumns(rows, n, 1.0 / n, spare, 0, deviation)
            .add(deviation.array(rows), epsilon, deviation.array(rows))
            .sqrt(deviation.array(rows), deviation.array(rows));
    return steps
        .divide(centred, deviation.array(rows, 1), spare.array(rows, n))
        .affine(rows, n, spare, gamma, beta, y);
  }

  @Override
  public void gradient(
      int rows,
      int n,
      Buffer x,
      Buffer gamma,
      Buffer saved,
      Buffer dy,
      Buffer dgamma,
      Buffer dbeta,
      Buffer dx) {
    Nd4jBuffer from = Nd4jBuffer.of(x);
    Nd4jBuffer scale = Nd4jBuffer.of(gamma);
    Nd4jBuffer kept = Nd4jBuffer.of(saved);
    Nd4jBuffer slope = Nd4jBuffer.of(dy);
    Nd4jBuffer scaleSum = Nd4jBuffer.of(dgamma);
    Nd4jBuffer shiftSum = Nd4jBuffer.of(dbeta);
    Nd4jBuffer to = Nd4jBuffer.of(dx);
    calls.begin(GRADIENT).with(rows).with(n);
    calls.with(scale.length()).with(scaleSum.length()).with(shiftSum.length());
    calls.with(from).with(scale).with(kept).with(slope).with(scaleSum).with(shiftSum);
    Optional<OpSequence> known = calls.with(to).find();
    OpSequence steps =
        known.isPresent()
            ? known.get()
            : calls.keep(gradient(rows, n, from, scale, kept, slope, scaleSum, shiftSum, to));
    steps.run();
  }

  private OpSequence gradient(
      int rows,
      int n,
      Nd4jBuffer x,
      Nd4jBuffer gamma,
      Nd4jBuffer saved,
      Nd4jBuffer dy,
      Nd4jBuffer dgamma,
      Nd4jBuffer dbeta,
      Nd4jBuffer dx) {
    INDArray deviation = saved.slice(rows, rows).array(rows, 1);
    INDArray centred = room.place(1, rows * n).array(rows, n);
    INDArray normal = room.place(2, rows * n).array(rows, n);
    Nd4jBuffer products = room.place(1, rows * n);
    OpSequence steps =
        new OpSequence(room)
            .subtract(x.array(rows, n), saved.array(rows, 1), centred)
            .divide(centred, deviation, normal);
    if (dbeta.length() > 0) {
      steps.sumOfRows(rows, n, 1, dy, 0, dbeta);
    }
    if (dgamma.length() > 0) {
      steps
          .multiply(dy.array(rows, n), normal, products.array(rows, n))
          .sumOfRows(rows, n, 1, products, 0, dgamma);
    }
    Nd4jBuffer g = dy;
    if (gamma.length() > 0) {
      g = room.place(3, rows * n);
      steps.multiply(dy.array(rows, n), gamma.array(1, n), g.array(rows, n));
    }
    return rowsOfGradient(rows, n, steps, g, normal, products, deviation, dx);
  }

  /** dx = (g − mean(g) − n · mean(g · n)) / deviation. */
  private OpSequence rowsOfGradient(
      int rows,
      int n,
      OpSequence steps,
      Nd4jBuffer g,
      INDArray normal,
      Nd4jBuffer spare,
      INDArray deviation,
      Nd4jBuffer dx) {
    Nd4jBuffer mean = room.place(4, rows);
    Nd4jBuffer slope = room.place(5, rows);
    INDArray rest = room.place(6, rows * n).array(rows, n);
    return steps
        .sumOfColumns(rows, n, 1.0 / n, g, 0, mean)
        .multiply(g.array(rows, n), normal, spare.array(rows, n))
        .sumOfColumns(rows, n, 1.0 / n, spare, 0, slope)
        .multiply(normal, slope.array(rows, 1), spare.array(rows, n))
        .subtract(g.array(rows, n), spare.array(rows, n), spare.array(rows, n))
        .subtract(spare.array(rows, n), mean.array(rows, 1), rest)
        .divide(rest, deviation, dx.array(rows, n));
  }
}
