package org.synapt.backend.nd4j;

import org.synapt.backend.java.HeapBlock;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.OneHot;

/** The rows of the Java kernel, some at a time. */
final class Nd4jOneHot implements OneHot {
  private final OneHot kernel;
  private final HeapBlock classes = new HeapBlock(Buffer::put);
  private final HeapBlock piece = new HeapBlock(Buffer::put);

  Nd4jOneHot(Engine engine) {
    kernel = engine.java().kernel(OneHot.class).orElseThrow();
  }

  @Override
  public void encode(int rows, int n, Buffer x, Buffer y) {
    int step = Math.max(1, Nd4jRandomMask.PIECE / Math.max(1, n));
    for (int from = 0; from < rows; from += step) {
      int count = Math.min(step, rows - from);
      kernel.encode(count, n, classes.take(x, from, count), piece.room(count * n));
      piece.give(y, from * n, count * n);
    }
  }
}
