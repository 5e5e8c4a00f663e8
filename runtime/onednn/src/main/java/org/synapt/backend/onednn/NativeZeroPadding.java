package org.synapt.backend.onednn;

import org.synapt.backend.java.HeapBlock;
import org.synapt.backend.java.JavaBackend;
import org.synapt.backend.java.Parts;
import org.synapt.backend.java.Workers;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.ZeroPadding;

/**
 * Walks over the axes down to the last one with a margin; from there on floats are copied, or
 * filled with zeros, in one piece. Where examples are small or pieces short, the Java kernel works
 * on copies of some examples at a time.
 */
final class NativeZeroPadding implements ZeroPadding {
  /** Pieces shorter than this are not worth a call each. */
  private static final int SHORT = 16;

  /** Below this many floats a second thread does not pay. */
  private static final int PARALLEL = 1 << 17;

  private static final float[] ZEROS = new float[1_024];

  private final Engine engine;
  private final Part[] own;
  private final Workers.Task padPart = i -> part(i, true);
  private final Workers.Task cropPart = i -> part(i, false);

  private int batch;
  private int[] extents = new int[0];
  private int[] padding = new int[0];

  /** The last axis that has a margin; the first if none has. */
  private int last;

  /** For each axis, how far apart its positions lie without the margins, and with them. */
  private int[] inner = new int[0];

  private int[] outer = new int[0];

  /** The floats of an example without the margins, and with them. */
  private int small;

  private int large;

  private int parts;
  private NativeBuffer x;
  private NativeBuffer y;

  @SuppressWarnings("NullAway.Init") // Each call brings its operands.
  NativeZeroPadding(Engine engine, JavaBackend java) {
    this.engine = engine;
    this.own = new Part[engine.workers().threads()];
    for (int i = 0; i < own.length; i++) {
      own[i] = new Part(java);
    }
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
    this.x = NativeBuffer.of(x);
    this.y = NativeBuffer.of(y);
    measure();
    parts = (long) batch * large < PARALLEL ? 1 : Math.min(batch, engine.workers().threads());
    engine.workers().run(parts, task);
    this.y.memory().touch();
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
    int from = Parts.begin(batch, i, parts);
    int end = Parts.begin(batch, i + 1, parts);
    if (2 * large <= HeapBlock.FLOATS || extents[last] * inner[last] < SHORT) {
      int step = HeapBlock.rows(large);
      for (int example = from; example < end; example += step) {
        own[i].run(example, Math.min(step, end - example), pad);
      }
      return;
    }
    for (int example = from; example < end; example++) {
      if (pad) {
        pad(0, example * small, example * large);
      } else {
        crop(0, example * large, example * small);
      }
    }
  }

  private void pad(int axis, int from, int to) {
    int first = to + padding[2 * axis] * outer[axis];
    int end = first + extents[axis] * outer[axis];
    clear(to, first);
    if (axis == last) {
      y.write(first, x, from, end - first);
    } else {
      for (int i = 0; i < extents[axis]; i++) {
        pad(axis + 1, from + i * inner[axis], first + i * outer[axis]);
      }
    }
    clear(end, end + padding[2 * axis + 1] * outer[axis]);
  }

  private void clear(int from, int end) {
    for (int at = from; at < end; at += ZEROS.length) {
      y.write(at, ZEROS, 0, Math.min(ZEROS.length, end - at));
    }
  }

  private void crop(int axis, int from, int to) {
    int first = from + padding[2 * axis] * outer[axis];
    if (axis == last) {
      y.write(to, x, first, extents[axis] * inner[axis]);
      return;
    }
    for (int i = 0; i < extents[axis]; i++) {
      crop(axis + 1, first + i * outer[axis], to + i * inner[axis]);
    }
  }

  /** What a thread works on copies with. */
  private final class Part {
    private final ZeroPadding kernel;
    private final HeapBlock values = new HeapBlock(NativeWriting.BLOCKS);
    private final HeapBlock results = new HeapBlock(NativeWriting.BLOCKS);

    Part(JavaBackend java) {
      kernel = java.kernel(ZeroPadding.class).orElseThrow();
    }

    /** Some examples. */
    void run(int example, int n, boolean pad) {
      int read = pad ? small : large;
      int written = pad ? large : small;
      Buffer from = values.take(x, example * read, n * read);
      Buffer to = results.room(n * written);
      if (pad) {
        kernel.pad(n, extents, padding, from, to);
      } else {
        kernel.crop(n, extents, padding, from, to);
      }
      results.give(y, example * written, n * written);
    }
  }
}
