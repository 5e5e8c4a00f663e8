package org.synapt.backend.onednn;

import org.synapt.backend.java.ArrayBuffer;

/** Two sums over rows, dγ and dβ, of a block and of each chunk of {@link JavaRows}. */
final class LayerSums {
  private static final int SUMS = 2;

  private final int n;
  private final ArrayBuffer[] blocks = new ArrayBuffer[SUMS * JavaRows.CHUNKS];
  private final ArrayBuffer[] chunks = new ArrayBuffer[SUMS * JavaRows.CHUNKS];

  /** Sums of so many columns. */
  LayerSums(int n) {
    this.n = n;
  }

  /** Where a block's sum belongs. */
  ArrayBuffer block(RowStage stage, int sum) {
    int i = SUMS * stage.chunk() + sum;
    if (blocks[i] == null) {
      blocks[i] = new ArrayBuffer(new float[n], 0, n);
      chunks[i] = new ArrayBuffer(new float[n], 0, n);
    }
    return stage.first() ? chunks[i] : blocks[i];
  }

  /** Adds a block's sums to those of its chunk. */
  void add(RowStage stage) {
    for (int i = SUMS * stage.chunk(); !stage.first() && i < SUMS * (stage.chunk() + 1); i++) {
      ColumnPasses.add(n, ArrayBuffer.array(blocks[i]), ArrayBuffer.array(chunks[i]));
    }
  }

  /** Adds those of the first so many chunks. */
  void addUp(int count) {
    for (int i = SUMS; i < SUMS * count; i++) {
      ColumnPasses.add(n, ArrayBuffer.array(chunks[i]), ArrayBuffer.array(chunks[i % SUMS]));
    }
  }

  /** One of the sums, once they were added up. */
  float[] total(int sum) {
    return ArrayBuffer.array(chunks[sum]);
  }
}
