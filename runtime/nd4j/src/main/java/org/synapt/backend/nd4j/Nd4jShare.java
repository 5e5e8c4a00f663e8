package org.synapt.backend.nd4j;

import org.synapt.backend.java.HeapBlock;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Share;

/** The Java kernel's sum: a batch has few losses. */
final class Nd4jShare implements Share {
  private final Share kernel;
  private final HeapBlock losses = new HeapBlock(Buffer::put);
  private final HeapBlock shares = new HeapBlock(Buffer::put);

  Nd4jShare(Engine engine) {
    kernel = engine.java().kernel(Share.class).orElseThrow();
  }

  @Override
  public float total(int count, Buffer loss, Buffer share) {
    return kernel.total(count, losses.take(loss, 0, count), shares.take(share, 0, count));
  }
}
