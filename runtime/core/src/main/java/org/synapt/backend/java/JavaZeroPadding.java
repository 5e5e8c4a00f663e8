package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.ZeroPadding;

/**
 * Walks over the axes down to the last one with a margin; from there on floats are copied, or
 * filled with zeros, in one piece.
 */
final class JavaZeroPadding implements ZeroPadding {
  /** Below this many floats a second thread does not pay. */
  private static final int PARALLEL = 1 << 16;

  private final Workers workers;
  private final Workers.Task padPart = i -> part(i, true);
  private final Workers.Task cropPart = i -> part(i, false);

  private int batch;
  private int[] extents;
  private int[] padding;

  /** The last axis that has a margin; the first if none has. */
  private int last;

  /** For each axis, how far apart its positions lie without the margins, and with them. */
  private int[] inner = new int[0];

  private int[] outer = new int[0];

  /** The floats of an example without the margins, and with them. */
  private int small;

  private int large;

  private int parts;
  private Buffer x;
  private Buffer y;

  JavaZeroPadding(Workers workers) {
    this.workers = workers;
  }

  @Override
  public void pad(int batch, int[] extents, int[] padding, Buffer x, Buffer y) {
    run(batch, extents, padding, x, y, padPart);
  }

  @Override
  public void crop(int batch, int[] extents, int[] padding, Buffer x, Buffer y) {
    run(batch, extents, padding, x, y, cropPart);
  }

  private void run(int batch, int[] extents, int[] padding, Buffer x, Buffer y, Workers.Task task) {
    this.batch = batch;
    this.extents = extents;
    this.padding = padding;
    this.x = x;
    this.y = y;
    measure();
    parts = (long) batch * large < PARALLEL ? 1 : Math.min(batch, workers.threads());
    workers.run(parts, task);
  }

  private void measure() {
    if (inner.length < extents.length) {
      inner = new int[extents.length];
      outer = new int[extents.length];
    }
    small = 1;
    large = 1;
    last = 0;
    for (int axis = extents.length - 1; axis >= 0; axis--) {
      int margins = padding[2 * axis] + padding[2 * axis + 1];
      inner[axis] = small;
      outer[axis] = large;
      small *= extents[axis];
      large *= extents[axis] + margins;
      last = last == 0 && margins > 0 ? axis : last;
    }
  }

  private void part(int i, boolean pad) {
    int end = Parts.begin(batch, i + 1, parts);
    for (int example = Parts.begin(batch, i, parts); example < end; example++) {
      if (pad) {
        pad(0, ArrayBuffer.at(x) + example * small, ArrayBuffer.at(y) + example * large);
      } else {
        crop(0, ArrayBuffer.at(x) + example * large, ArrayBuffer.at(y) + example * small);
      }
    }
  }

  private void pad(int axis, int from, int to) {
    float[] target = ArrayBuffer.array(y);
    int first = to + padding[2 * axis] * outer[axis];
    int end = first + extents[axis] * outer[axis];
    WindowTaps.fill(target, to, first, 0f);
    if (axis == last) {
      System.arraycopy(ArrayBuffer.array(x), from, target, first, end - first);
    } else {
      for (int i = 0; i < extents[axis]; i++) {
        pad(axis + 1, from + i * inner[axis], first + i * outer[axis]);
      }
    }
    WindowTaps.fill(target, end, end + padding[2 * axis + 1] * outer[axis], 0f);
  }

  private void crop(int axis, int from, int to) {
    int first = from + padding[2 * axis] * outer[axis];
    if (axis == last) {
      int floats = extents[axis] * inner[axis];
      System.arraycopy(ArrayBuffer.array(x), first, ArrayBuffer.array(y), to, floats);
      return;
    }
    for (int i = 0; i < extents[axis]; i++) {
      crop(axis + 1, first + i * outer[axis], to + i * inner[axis]);
    }
  }
}
