package org.synapt.backend.java;

/** Two sums over rows, dγ and dβ, of a block and of each chunk of {@link BlockRows}. */
final class LayerSums {
  private static final int SUMS = 2;

  private final ArrayBuffer[] blocks = new ArrayBuffer[SUMS * BlockRows.CHUNKS];
  private final ArrayBuffer[] chunks = new ArrayBuffer[SUMS * BlockRows.CHUNKS];
  private int columns;

  /** Makes room for sums of so many columns. */
  void makeRoom(int n) {
    if (columns < n) {
      columns = n;
      for (int i = 0; i < SUMS * BlockRows.CHUNKS; i++) {
        blocks[i] = Stage.none();
        chunks[i] = Stage.none();
      }
    }
  }

  /** Where a block's sum belongs. */
  ArrayBuffer block(RowStage stage, int sum) {
    int i = SUMS * stage.chunk() + sum;
    if (blocks[i].length() < columns) {
      blocks[i] = new ArrayBuffer(new float[columns], 0, columns);
      chunks[i] = new ArrayBuffer(new float[columns], 0, columns);
    }
    return stage.first() ? chunks[i] : blocks[i];
  }

  /** Adds a block's sums to those of its chunk. */
  void add(int n, RowStage stage) {
    for (int i = SUMS * stage.chunk(); !stage.first() && i < SUMS * (stage.chunk() + 1); i++) {
      ColumnBlocks.add(n, ArrayBuffer.array(blocks[i]), ArrayBuffer.array(chunks[i]));
    }
  }

  /** Adds those of the first so many chunks. */
  void addUp(int n, int count) {
    for (int i = SUMS; i < SUMS * count; i++) {
      ColumnBlocks.add(n, ArrayBuffer.array(chunks[i]), ArrayBuffer.array(chunks[i % SUMS]));
    }
  }

  /** One of the sums, once they were added up. */
  float[] total(int sum) {
    return ArrayBuffer.array(chunks[sum]);
  }
}
