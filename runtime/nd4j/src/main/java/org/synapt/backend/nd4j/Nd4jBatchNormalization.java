package org.synapt.backend.nd4j;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.BatchNormalization;

/**
 * Batch normalization by ND4J's ops, where Java does not reach the floats.
 *
 * <p>Saved are the means of all columns, and then their deviations, √(σ² + ε).
 */
final class Nd4jBatchNormalization implements BatchNormalization {
  private static final int FORWARD = 0;
  private static final int GRADIENT = 2;

  private final Room room;
  private final Calls<OpSequence> calls = new Calls<>(OpSequence::close);

  Nd4jBatchNormalization(Engine engine) {
    room = new Room(engine);
  }

  @Override
  public void forward(
      int rows,
      int columns,
      boolean training,
      float momentum,
      float epsilon,
      Buffer x,
      Buffer gamma,
      Buffer beta,
      Buffer movingMean,
      Buffer movingVariance,
      Buffer saved,
      Buffer y) {
    Nd4jBuffer from = Nd4jBuffer.of(x);
    Nd4jBuffer scale = Nd4jBuffer.of(gamma);
    Nd4jBuffer shift = Nd4jBuffer.of(beta);
    Nd4jBuffer mean = Nd4jBuffer.of(movingMean);
    Nd4jBuffer variance = Nd4jBuffer.of(movingVariance);
    Nd4jBuffer kept = Nd4jBuffer.of(saved);
    Nd4jBuffer to = Nd4jBuffer.of(y);
    calls.begin(FORWARD + (training ? 1 : 0)).with(rows).with(columns);
    calls.with(Float.floatToRawIntBits(momentum)).with(Float.floatToRawIntBits(epsilon));
    calls.with(scale.length()).with(shift.length()).with(from).with(scale).with(shift);
    Optional<OpSequence> known = calls.with(mean).with(variance).with(kept).with(to).find();
    if (known.isPresent()) {
      known.get().run();
      return;
    }
    OpSequence steps = new OpSequence(room);
    if (training) {
      measure(rows, columns, steps, from, kept);
      move(columns, momentum, steps, kept.slice(0, columns), mean);
      move(columns, momentum, steps, kept.slice(columns, columns), variance);
    } else {
      steps
          .add(mean.array(columns), 0, kept.array(columns))
          .add(variance.array(columns), 0, kept.slice(columns, columns).array(columns));
    }
    calls.keep(normalize(rows, columns, epsilon, steps, from, scale, shift, kept, to)).run();
  }

  /** The mean and the variance of each column of x, one behind the other. */
  private void measure(
      int rows, int columns, OpSequence steps, Nd4jBuffer x, Nd4jBuffer statistics) {
    INDArray centred = room.place(1, rows * columns).array(rows, columns);
    Nd4jBuffer squares = room.place(2, rows * columns);
    steps
        .sumOfRows(rows, columns, 1.0 / rows, x, 0, statistics)
        .subtract(x.array(rows, columns), statistics.array(1, columns), centred)
        .square(centred, squares.array(rows, columns))
        .sumOfRows(rows, columns, 1.0 / rows, squares, 0, statistics.slice(columns, columns));
  }

  private void move(
      int columns, float momentum, OpSequence steps, Nd4jBuffer now, Nd4jBuffer moving) {
    INDArray share = room.place(3, columns).array(columns);
    INDArray statistic = moving.array(columns);
    steps
        .multiply(now.array(columns), (float) (1.0 - momentum), share)
        .multiply(statistic, momentum, statistic)
        .add(statistic, share, statistic);
  }

  /** Makes a deviation of the variance there is, and y. */
  private OpSequence normalize(
      int rows,
      int columns,
      float epsilon,
      OpSequence steps,
      Nd4jBuffer x,
      Nd4jBuffer gamma,
      Nd4jBuffer beta,
      Nd4jBuffer saved,
      Nd4jBuffer y) {
    Nd4jBuffer deviation = saved.slice(columns, columns);
    INDArray centred = room.place(1, rows * columns).array(rows, columns);
    Nd4jBuffer normal = room.place(2, rows * columns);
    return steps
        .add(deviation.array(columns), epsilon, deviation.array(columns))
        .sqrt(deviation.array(columns), deviation.array(columns))
        .subtract(x.array(rows, columns), saved.array(1, columns), centred)
        .divide(centred, deviation.array(1, columns), normal.array(rows, columns))
        .affine(rows, columns, normal, gamma, beta, y);
  }

  @Override
  public void gradient(
      int rows,
      int columns,
      boolean training,
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
    calls.begin(GRADIENT + (training ? 1 : 0)).with(rows).with(columns);
    calls.with(scale.length()).with(scaleSum.length()).with(shiftSum.length());
    calls.with(from).with(scale).with(kept).with(slope).with(scaleSum).with(shiftSum);
    Optional<OpSequence> known = calls.with(to).find();
    if (known.isPresent()) {
      known.get().run();
      return;
    }
    OpSequence steps = new OpSequence(room);
    Nd4jBuffer sums = shiftSum.length() > 0 ? shiftSum : room.place(4, columns);
    Nd4jBuffer products = scaleSum.length() > 0 ? scaleSum : room.place(5, columns);
    sum(rows, columns, steps, from, kept, slope, sums, products);
    INDArray factor = factor(columns, steps, scale, kept);
    if (training) {
      ofBatch(rows, columns, steps, slope, sums, products, factor, to);
    } else {
      steps.multiply(slope.array(rows, columns), factor, to.array(rows, columns));
    }
    calls.keep(steps).run();
  }

  /** The sums of dy and of dy · n; leaves n in a place. */
  private void sum(
      int rows,
      int columns,
      OpSequence steps,
      Nd4jBuffer x,
      Nd4jBuffer saved,
      Nd4jBuffer dy,
      Nd4jBuffer sums,
      Nd4jBuffer products) {
    Nd4jBuffer spare = room.place(1, rows * columns);
    INDArray terms = spare.array(rows, columns);
    INDArray normal = room.place(2, rows * columns).array(rows, columns);
    steps
        .subtract(x.array(rows, columns), saved.array(1, columns), terms)
        .divide(terms, saved.slice(columns, columns).array(1, columns), normal)
        .multiply(dy.array(rows, columns), normal, terms)
        .sumOfRows(rows, columns, 1, dy, 0, sums)
        .sumOfRows(rows, columns, 1, spare, 0, products);
  }

  /** γ / √(σ² + ε). */
  private INDArray factor(int columns, OpSequence steps, Nd4jBuffer gamma, Nd4jBuffer saved) {
    INDArray factor = room.place(6, columns).array(1, columns);
    Nd4jBuffer scale = gamma.length() > 0 ? gamma : room.ones(columns);
    steps.divide(scale.array(1, columns), saved.slice(columns, columns).array(1, columns), factor);
    return factor;
  }

  /** dx = factor · (dy − n · mean of the products − mean of the sums). */
  private void ofBatch(
      int rows,
      int columns,
      OpSequence steps,
      Nd4jBuffer dy,
      Nd4jBuffer sums,
      Nd4jBuffer products,
      INDArray factor,
      Nd4jBuffer dx) {
    INDArray share = room.place(3, columns).array(1, columns);
    INDArray normal = room.place(2, rows * columns).array(rows, columns);
    INDArray spare = room.place(1, rows * columns).array(rows, columns);
    INDArray rest = room.place(7, rows * columns).array(rows, columns);
    steps
        .multiply(products.array(1, columns), 1f / rows, share)
        .multiply(normal, share, spare)
        .subtract(dy.array(rows, columns), spare, spare)
        .multiply(sums.array(1, columns), 1f / rows, share)
        .subtract(spare, share, rest)
        .multiply(rest, factor, dx.array(rows, columns));
  }
}
