package org.synapt.backend.onednn;

import org.synapt.backend.java.Draw;
import org.synapt.backend.java.HeapBlock;
import org.synapt.backend.java.JavaBackend;
import org.synapt.backend.java.Parts;
import org.synapt.backend.java.Workers;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.RandomMask;

/** The masks of the Java kernel, drawn in blocks: a draw depends on no other. */
final class NativeRandomMask implements RandomMask {
  /** Below this many floats a second thread does not pay. */
  private static final int PARALLEL = 1 << 15;

  private final Engine engine;
  private final Part[] own;
  private final Workers.Task part = this::part;
  private final Workers.Task alphaPart = this::alphaPart;

  private int count;
  private float rate;
  private long key;
  private Buffer to;
  private Buffer shifts;
  private int parts;

  @SuppressWarnings("NullAway.Init") // Each call brings its operands.
  NativeRandomMask(Engine engine, JavaBackend java) {
    this.engine = engine;
    this.own = new Part[engine.workers().threads()];
    for (int i = 0; i < own.length; i++) {
      own[i] = new Part(java);
    }
  }

  @Override
  public void fill(int count, float rate, long key, Buffer y) {
    run(count, rate, key, y, y, part);
  }

  @Override
  public void fillAlpha(int count, float rate, long key, Buffer scale, Buffer shift) {
    run(count, rate, key, scale, shift, alphaPart);
  }

  private void run(int count, float rate, long key, Buffer scale, Buffer shift, Workers.Task task) {
    this.count = count;
    this.rate = rate;
    this.key = key;
    this.to = scale;
    this.shifts = shift;
    this.parts = count < PARALLEL ? 1 : engine.workers().threads();
    engine.workers().run(parts, task);
    NativeBuffer.touch(scale);
    NativeBuffer.touch(shift);
  }

  private void part(int i) {
    Part mine = own[i];
    int end = Parts.begin(count, i + 1, parts);
    for (int from = Parts.begin(count, i, parts); from < end; from += HeapBlock.FLOATS) {
      int n = Math.min(HeapBlock.FLOATS, end - from);
      mine.kernel.fill(n, rate, Draw.from(key, from), mine.scales.room(n));
      mine.scales.give(to, from, n);
    }
  }

  private void alphaPart(int i) {
    Part mine = own[i];
    int end = Parts.begin(count, i + 1, parts);
    for (int from = Parts.begin(count, i, parts); from < end; from += HeapBlock.FLOATS) {
      int n = Math.min(HeapBlock.FLOATS, end - from);
      mine.kernel.fillAlpha(
          n, rate, Draw.from(key, from), mine.scales.room(n), mine.shifts.room(n));
      mine.scales.give(to, from, n);
      mine.shifts.give(shifts, from, n);
    }
  }

  /** What a thread draws with. */
  private static final class Part {
    private final RandomMask kernel;
    private final HeapBlock scales = new HeapBlock(NativeWriting.BLOCKS);
    private final HeapBlock shifts = new HeapBlock(NativeWriting.BLOCKS);

    Part(JavaBackend java) {
      kernel = java.kernel(RandomMask.class).orElseThrow();
    }
  }
}
