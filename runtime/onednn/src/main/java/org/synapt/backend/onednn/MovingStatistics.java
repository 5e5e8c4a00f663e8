package org.synapt.backend.onednn;

import org.synapt.buffer.Buffer;

/** What becomes of the statistics of a batch. */
final class MovingStatistics {
  private float[] moving = new float[0];

  /** {@code m = momentum · m + (1 − momentum) · now}. */
  void move(int columns, float momentum, float[] now, Buffer statistic) {
    moving = ColumnPasses.fitting(moving, columns);
    float rest = (float) (1.0 - momentum);
    statistic.get(0, moving, 0, columns);
    for (int j = 0; j < columns; j++) {
      moving[j] = moving[j] * momentum + now[j] * rest;
    }
    statistic.put(0, moving, 0, columns);
  }

  /** x = x + ε. */
  static void add(int columns, float epsilon, float[] x) {
    for (int j = 0; j < columns; j++) {
      x[j] = x[j] + epsilon;
    }
  }
}
