package org.synapt.backend.onednn;

import org.synapt.backend.java.Draw;
import org.synapt.backend.java.HeapBlock;
import org.synapt.backend.java.JavaBackend;
import org.synapt.backend.java.Parts;
import org.synapt.backend.java.Workers;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.RandomNormal;

/** The numbers of the Java kernel, drawn in blocks: a draw depends on no other. */
final class NativeRandomNormal implements RandomNormal {
  /** Below this many floats a second thread does not pay. */
  private static final int PARALLEL = 1 << 14;

  private final Engine engine;
  private final RandomNormal[] kernels;
  private final HeapBlock[] blocks;
  private final Workers.Task part = this::part;

  private int count;
  private float mean;
  private float deviation;
  private long key;
  private Buffer to;
  private int parts;

  @SuppressWarnings("NullAway.Init") // Each call brings its operands.
  NativeRandomNormal(Engine engine, JavaBackend java) {
    this.engine = engine;
    this.kernels = new RandomNormal[engine.workers().threads()];
    this.blocks = new HeapBlock[engine.workers().threads()];
    for (int i = 0; i < kernels.length; i++) {
      kernels[i] = java.kernel(RandomNormal.class).orElseThrow();
      blocks[i] = new HeapBlock(NativeWriting.BLOCKS);
    }
  }

  @Override
  public void fill(int count, float mean, float deviation, long key, Buffer y) {
    this.count = count;
    this.mean = mean;
    this.deviation = deviation;
    this.key = key;
    this.to = y;
    this.parts = count < PARALLEL ? 1 : engine.workers().threads();
    engine.workers().run(parts, part);
    NativeBuffer.touch(y);
  }

  private void part(int i) {
    int end = Parts.begin(count, i + 1, parts);
    for (int from = Parts.begin(count, i, parts); from < end; from += HeapBlock.FLOATS) {
      int n = Math.min(HeapBlock.FLOATS, end - from);
      kernels[i].fill(n, mean, deviation, Draw.from(key, from), blocks[i].room(n));
      blocks[i].give(to, from, n);
    }
  }
}
