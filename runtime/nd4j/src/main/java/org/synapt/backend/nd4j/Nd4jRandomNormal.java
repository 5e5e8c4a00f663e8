package org.synapt.backend.nd4j;

import org.synapt.backend.java.Draw;
import org.synapt.backend.java.HeapBlock;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.RandomNormal;

/** The numbers of the Java kernel, drawn in pieces: a draw depends on no other. */
final class Nd4jRandomNormal implements RandomNormal {
  private final RandomNormal kernel;
  private final HeapBlock piece = new HeapBlock(Buffer::put);

  Nd4jRandomNormal(Engine engine) {
    kernel = engine.java().kernel(RandomNormal.class).orElseThrow();
  }

  @Override
  public void fill(int count, float mean, float deviation, long key, Buffer y) {
    for (int from = 0; from < count; from += Nd4jRandomMask.PIECE) {
      int n = Math.min(Nd4jRandomMask.PIECE, count - from);
      kernel.fill(n, mean, deviation, Draw.from(key, from), piece.room(n));
      piece.give(y, from, n);
    }
  }
}
