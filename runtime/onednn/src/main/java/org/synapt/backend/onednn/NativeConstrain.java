package org.synapt.backend.onednn;

import org.synapt.backend.java.JavaBackend;
import org.synapt.backend.java.Parts;
import org.synapt.backend.java.Workers;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Constrain;

/** The Java kernel, on a copy of a parameter for norms, and on blocks of it for signs. */
final class NativeConstrain implements Constrain {
  /** Below this many floats a second thread does not pay. */
  private static final int PARALLEL = 1 << 17;

  private final Engine engine;
  private final Constrain kernel;
  private final Stage stage = new Stage();
  private final HeapBlock[] blocks;
  private final Workers.Task part = this::part;

  private int count;
  private Buffer x;
  private int parts;

  @SuppressWarnings("NullAway.Init") // Each call brings its operands.
  NativeConstrain(Engine engine, JavaBackend java) {
    this.engine = engine;
    this.kernel = java.kernel(Constrain.class).orElseThrow();
    this.blocks = new HeapBlock[engine.workers().threads()];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = new HeapBlock();
    }
  }

  @Override
  public void norms(int[] shape, int[] axes, float least, float most, float rate, Buffer x) {
    int floats = 1;
    for (int extent : shape) {
      floats *= extent;
    }
    kernel.norms(shape, axes, least, most, rate, stage.update(0, x, floats));
    stage.back();
  }

  @Override
  public void nonNegative(int count, Buffer x) {
    this.count = count;
    this.x = x;
    this.parts = count < PARALLEL ? 1 : engine.workers().threads();
    engine.workers().run(parts, part);
    NativeBuffer.touch(x);
  }

  /** The kernel keeps nothing of such a call, so threads may share it. */
  private void part(int i) {
    int end = Parts.begin(count, i + 1, parts);
    for (int from = Parts.begin(count, i, parts); from < end; from += HeapBlock.FLOATS) {
      int n = Math.min(HeapBlock.FLOATS, end - from);
      kernel.nonNegative(n, blocks[i].take(x, from, n));
      blocks[i].give(x, from, n);
    }
  }
}
