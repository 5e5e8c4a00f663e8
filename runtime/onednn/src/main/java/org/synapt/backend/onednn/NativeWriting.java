package org.synapt.backend.onednn;

import org.synapt.backend.java.BlockWriting;
import org.synapt.buffer.Buffer;

/** Writes blocks to native memory without a word, and says so once for all of a call. */
enum NativeWriting implements BlockWriting {
  /** The only one. */
  BLOCKS;

  @Override
  public void write(Buffer to, int at, float[] source, int sourceAt, int count) {
    NativeBuffer.of(to).write(at, source, sourceAt, count);
  }

  @Override
  public void done(Buffer buffer) {
    NativeBuffer.touch(buffer);
  }
}
