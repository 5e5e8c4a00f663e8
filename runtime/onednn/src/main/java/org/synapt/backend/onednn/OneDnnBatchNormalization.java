package org.synapt.backend.onednn;

import java.util.Optional;
import org.synapt.backend.java.BlockBatchNormalization;
import org.synapt.backend.java.MovingStatistics;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.BatchNormalization;

/**
 * Batch normalization by oneDNN on one thread, or by Java on several, whichever takes less: oneDNN
 * passes over a batch at twice the speed, but does not normalize one of which each thread has a
 * part.
 *
 * <p>Saved are μ and σ² + ε, whoever saves them.
 */
final class OneDnnBatchNormalization implements BatchNormalization {
  /** Up to so many floats, times the threads, oneDNN on one of them is as quick as Java on all. */
  private static final long WHOLE = 1 << 19;

  /**
   * oneDNN adds a column up element by element. From so many on, its variance is off by more than
   * 1.4e-5 of it (6.6e-5 for four times as many), where that of Java is off by 1e-7.
   */
  private static final int MOST_ROWS = 1 << 15;

  /** Fewer columns than a vector has lanes leave lanes idle. */
  private static final int LEAST_COLUMNS = 16;

  private static final int FORWARD = 0;
  private static final int GRADIENT = 2;

  private final Engine engine;
  private final BlockBatchNormalization java;
  private final MovingStatistics moving = new MovingStatistics();
  private final Calls<BatchCall> calls = new Calls<>(BatchCall::close);
  private float[] mean = new float[0];
  private float[] variance = new float[0];

  OneDnnBatchNormalization(Engine engine) {
    this.engine = engine;
    this.java = new BlockBatchNormalization(engine.workers(), NativeWriting.BLOCKS);
  }

  private boolean whole(int rows, int columns) {
    boolean quick = engine.parts() == 1 || (long) rows * columns * engine.parts() <= WHOLE;
    return quick && rows <= MOST_ROWS && columns >= LEAST_COLUMNS;
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
    if (whole(rows, columns)) {
      BatchCall call =
          forwardCall(
              rows,
              columns,
              training,
              epsilon,
              x,
              gamma,
              beta,
              training ? saved : movingMean,
              training ? saved : movingVariance,
              y);
      if (call.fast()) {
        call.run();
        save(columns, training, momentum, epsilon, movingMean, movingVariance, saved);
        NativeBuffer.touch(y);
        return;
      }
    }
    java.forward(
        rows,
        columns,
        training,
        momentum,
        epsilon,
        x,
        gamma,
        beta,
        movingMean,
        movingVariance,
        saved,
        y);
  }

  /** While training, both statistics are written where the gradient finds them. */
  private BatchCall forwardCall(
      int rows,
      int columns,
      boolean training,
      float epsilon,
      Buffer x,
      Buffer gamma,
      Buffer beta,
      Buffer mean,
      Buffer variance,
      Buffer y) {
    calls.begin(FORWARD + (training ? 1 : 0)).with(rows).with(columns);
    calls.with(Float.floatToRawIntBits(epsilon)).with(x).with(gamma).with(beta);
    Optional<BatchCall> known = calls.with(mean).with(variance).with(y).find();
    return known.isPresent()
        ? known.get()
        : calls.keep(
            BatchCall.forward(
                engine,
                rows,
                columns,
                training,
                epsilon,
                x,
                gamma,
                beta,
                mean.slice(0, columns),
                variance.slice(training ? columns : 0, columns),
                y));
  }

  private void save(
      int columns,
      boolean training,
      float momentum,
      float epsilon,
      Buffer movingMean,
      Buffer movingVariance,
      Buffer saved) {
    if (mean.length < columns) {
      mean = new float[columns];
      variance = new float[columns];
    }
    if (training) {
      saved.get(0, mean, 0, columns);
      saved.get(columns, variance, 0, columns);
      moving.move(columns, momentum, mean, movingMean);
      moving.move(columns, momentum, variance, movingVariance);
    } else {
      movingMean.get(0, mean, 0, columns);
      movingVariance.get(0, variance, 0, columns);
      saved.put(0, mean, 0, columns);
    }
    for (int j = 0; j < columns; j++) {
      variance[j] = variance[j] + epsilon;
    }
    saved.put(columns, variance, 0, columns);
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
    if (whole(rows, columns)) {
      BatchCall call =
          gradientCall(rows, columns, training, x, gamma, saved, dy, dgamma, dbeta, dx);
      if (call.fast()) {
        call.run();
        NativeBuffer.touch(dgamma);
        NativeBuffer.touch(dbeta);
        NativeBuffer.touch(dx);
        return;
      }
    }
    java.gradient(rows, columns, training, x, gamma, saved, dy, dgamma, dbeta, dx);
  }

  private BatchCall gradientCall(
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
    calls.begin(GRADIENT + (training ? 1 : 0)).with(rows).with(columns).with(x).with(gamma);
    Optional<BatchCall> known = calls.with(saved).with(dy).with(dgamma).with(dbeta).with(dx).find();
    return known.isPresent()
        ? known.get()
        : calls.keep(
            BatchCall.gradient(
                engine,
                rows,
                columns,
                training,
                x,
                gamma,
                saved.slice(0, columns),
                saved.slice(columns, columns),
                dy,
                dgamma,
                dbeta,
                dx));
  }
}
