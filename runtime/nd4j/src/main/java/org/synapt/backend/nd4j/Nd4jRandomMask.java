package org.synapt.backend.nd4j;

import org.synapt.backend.java.Draw;
import org.synapt.backend.java.HeapBlock;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.RandomMask;

/** The masks of the Java kernel, drawn in pieces: a draw depends on no other. */
final class Nd4jRandomMask implements RandomMask {
  /** Floats of a piece: enough for all threads, and for a copy to be worth it. */
  static final int PIECE = 1 << 16;

  private final RandomMask kernel;
  private final HeapBlock scales = new HeapBlock(Buffer::put);
  private final HeapBlock shifts = new HeapBlock(Buffer::put);

  Nd4jRandomMask(Engine engine) {
    kernel = engine.java().kernel(RandomMask.class).orElseThrow();
  }

  @Override
  public void fill(int count, float rate, long key, Buffer y) {
    for (int from = 0; from < count; from += PIECE) {
      int n = Math.min(PIECE, count - from);
      kernel.fill(n, rate, Draw.from(key, from), scales.room(n));
      scales.give(y, from, n);
    }
  }

  @Override
  public void fillAlpha(int count, float rate, long key, Buffer scale, Buffer shift) {
    for (int from = 0; from < count; from += PIECE) {
      int n = Math.min(PIECE, count - from);
      kernel.fillAlpha(n, rate, Draw.from(key, from), scales.room(n), shifts.room(n));
      scales.give(scale, from, n);
      shifts.give(shift, from, n);
    }
  }
}
