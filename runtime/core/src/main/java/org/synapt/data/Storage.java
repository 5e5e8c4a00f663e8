package org.synapt.data;

import org.synapt.buffer.Buffer;
import org.synapt.buffer.NotFinite;

/** Where the floats of columns lie; any number of threads may read at the same time. */
interface Storage {
  /** One float. */
  float at(int at);

  /** Copies floats that follow one another. */
  void copy(int at, float[] target, int targetAt, int count);

  /** Copies rows of a width one behind the other; they are counted from a first one. */
  void gather(int first, int width, int[] rows, int from, int to, float[] target, int targetAt);

  /** Where the first NaN or infinity is; or −1. */
  int firstNotFinite(int at, int count);

  /** Shows rows of a width, one after another; they are counted from a first one. */
  void rows(int first, int count, int width, Row row);

  /** Who looks at a row. */
  interface Row {
    /**
     * Looks at a row.
     *
     * @param number which of those asked for
     * @param values the array where it lies
     * @param at where it begins there
     */
    void look(int number, float[] values, int at);
  }

  /** On the heap. */
  final class OfArray implements Storage {
    private final float[] values;

    OfArray(float[] values) {
      this.values = values;
    }

    @Override
    public float at(int at) {
      return values[at];
    }

    @Override
    public void copy(int at, float[] target, int targetAt, int count) {
      System.arraycopy(values, at, target, targetAt, count);
    }

    @Override
    public void gather(
        int first, int width, int[] rows, int from, int to, float[] target, int targetAt) {
      int at = targetAt;
      for (int i = from; i < to; i++) {
        System.arraycopy(values, (first + rows[i]) * width, target, at, width);
        at += width;
      }
    }

    @Override
    public int firstNotFinite(int at, int count) {
      return NotFinite.first(values, at, count);
    }

    @Override
    public void rows(int first, int count, int width, Row row) {
      for (int i = 0; i < count; i++) {
        row.look(i, values, (first + i) * width);
      }
    }
  }

  /** Anywhere else. */
  record OfBuffer(Buffer values) implements Storage {
    /** So many floats are looked at at a time. */
    private static final int ROOM = 1 << 13;

    @Override
    public float at(int at) {
      float[] one = new float[1];
      values.get(at, one, 0, 1);
      return one[0];
    }

    @Override
    public void copy(int at, float[] target, int targetAt, int count) {
      values.get(at, target, targetAt, count);
    }

    /** Rows that follow one another come together. */
    @Override
    public void gather(
        int first, int width, int[] rows, int from, int to, float[] target, int targetAt) {
      int at = targetAt;
      int end;
      for (int i = from; i < to; i = end) {
        end = i + 1;
        while (end < to && rows[end] == rows[end - 1] + 1) {
          end++;
        }
        values.get((first + rows[i]) * width, target, at, (end - i) * width);
        at += (end - i) * width;
      }
    }

    @Override
    public int firstNotFinite(int at, int count) {
      return values.firstNotFinite(at, count, new float[Math.max(1, Math.min(count, ROOM))]);
    }

    @Override
    public void rows(int first, int count, int width, Row row) {
      int most = Math.max(1, ROOM / width);
      float[] room = new float[Math.min(count, most) * width];
      for (int done = 0; done < count; done += most) {
        int n = Math.min(count - done, most);
        values.get((first + done) * width, room, 0, n * width);
        for (int i = 0; i < n; i++) {
          row.look(done + i, room, i * width);
        }
      }
    }
  }
}
