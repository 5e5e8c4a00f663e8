package org.synapt.backend.java;

/** What becomes of the floats along an axis, and of what was there before. */
enum Reduction {
  /** Their sum. */
  SUM,

  /** Their sum and what was there before. */
  SUM_ADD,

  /** The largest of them. */
  MAX;

  /** The sum, or the larger, of each pair: {@code total = total ∘ x}. */
  void combine(int n, float[] x, float[] total) {
    if (this == MAX) {
      max(n, x, total);
    } else {
      ColumnBlocks.add(n, x, total);
    }
  }

  private static void max(int n, float[] x, float[] total) {
    for (int j = 0; j < n; j++) {
      total[j] = Math.max(total[j], x[j]);
    }
  }
}
