package org.synapt.backend.onednn;

import org.synapt.backend.java.HeapBlock;
import org.synapt.backend.java.JavaBackend;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Share;

/** The Java kernel's sum: a batch has few losses. */
final class NativeShare implements Share {
  private final Share kernel;
  private final HeapBlock losses = new HeapBlock(NativeWriting.BLOCKS);
  private final HeapBlock shares = new HeapBlock(NativeWriting.BLOCKS);

  NativeShare(JavaBackend java) {
    this.kernel = java.kernel(Share.class).orElseThrow();
  }

  @Override
  public float total(int count, Buffer loss, Buffer share) {
    return kernel.total(count, losses.take(loss, 0, count), shares.take(share, 0, count));
  }
}
