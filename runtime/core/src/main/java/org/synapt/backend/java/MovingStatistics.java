package org.synapt.backend.java;

import org.synapt.buffer.Buffer;

/** What becomes of the statistics of a batch. */
public final class MovingStatistics {
  private float[] moving = new float[0];

  /** Statistics of any number of columns. */
  public MovingStatistics() {}

  /**
   * {@code m = momentum · m + (1 − momentum) · now}.
   *
   * @param columns how many
   * @param momentum the share that stays
   * @param now a statistic of the batch, read
   * @param statistic m, read and written
   */
  public void move(int columns, float momentum, float[] now, Buffer statistic) {
    moving = ColumnPasses.fitting(moving, columns);
    float rest = (float) (1.0 - momentum);
    statistic.get(0, moving, 0, columns);
    for (int j = 0; j < columns; j++) {
      moving[j] = moving[j] * momentum + now[j] * rest;
    }
    statistic.put(0, moving, 0, columns);
  }
}
