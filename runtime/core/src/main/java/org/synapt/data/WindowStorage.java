package org.synapt.data;

import org.synapt.buffer.NotFinite;

/** Windows over the steps of a series, none of which is copied before it is asked for. */
final class WindowStorage implements Storage {
  private final float[] series;
  private final int features;
  private final int length;
  private final int start;
  private final int stride;
  private final int rate;

  /**
   * The windows of a series.
   *
   * @param series the floats of all steps, row-major
   * @param features the floats of a step
   * @param length the steps of a window
   * @param start the first step of the first window
   * @param stride from the first step of a window to that of the next
   * @param rate from a step of a window to the next
   */
  WindowStorage(float[] series, int features, int length, int start, int stride, int rate) {
    this.series = series;
    this.features = features;
    this.length = length;
    this.start = start;
    this.stride = stride;
    this.rate = rate;
  }

  /** Of the float at a place of the windows, the place in the series. */
  private int source(int at) {
    int window = at / (length * features);
    int within = at % (length * features);
    int step = start + window * stride + within / features * rate;
    return step * features + within % features;
  }

  @Override
  public float at(int at) {
    return series[source(at)];
  }

  @Override
  public void copy(int at, float[] target, int targetAt, int count) {
    int run = rate == 1 ? length * features : features;
    int done = 0;
    while (done < count) {
      int n = Math.min(count - done, run - (at + done) % run);
      System.arraycopy(series, source(at + done), target, targetAt + done, n);
      done += n;
    }
  }

  @Override
  public void gather(
      int first, int width, int[] rows, int from, int to, float[] target, int targetAt) {
    for (int i = from; i < to; i++) {
      copy((first + rows[i]) * width, target, targetAt + (i - from) * width, width);
    }
  }

  @Override
  public int firstNotFinite(int at, int count) {
    float[] room = new float[Math.min(Math.max(1, count), 1 << 13)];
    for (int done = 0; done < count; done += room.length) {
      int n = Math.min(room.length, count - done);
      copy(at + done, room, 0, n);
      int found = NotFinite.first(room, 0, n);
      if (found >= 0) {
        return at + done + found;
      }
    }
    return -1;
  }

  @Override
  public void rows(int first, int count, int width, Row row) {
    float[] room = new float[width];
    for (int i = 0; i < count; i++) {
      copy((first + i) * width, room, 0, width);
      row.look(i, room, 0);
    }
  }
}
