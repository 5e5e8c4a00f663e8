package org.synapt.backend.java;

/**
 * The inner loop of products whose rows are short: {@link RowUpdates}' own, apart from it.
 *
 * <p>HotSpot unrolls a loop by how long it has seen it run. Where long rows come by too, rows of 32
 * floats run at 11 GFLOP/s, and in a loop of their own at 20; rows of 96 at 38 and 41.
 */
final class ShortRowUpdates {
  private ShortRowUpdates() {}

  /** {@code c0 = c0 + u0 · b0 + u1 · b1 + u2 · b2}, and c1 likewise with v. */
  static void twoByThree(
      int columns,
      float[] c0,
      float[] c1,
      float[] b0,
      float[] b1,
      float[] b2,
      float u0,
      float u1,
      float u2,
      float v0,
      float v1,
      float v2) {
    for (int j = 0; j < columns; j++) {
      float x0 = b0[j];
      float x1 = b1[j];
      float x2 = b2[j];
      float u = c0[j] + u0 * x0 + u1 * x1 + u2 * x2;
      float v = c1[j] + v0 * x0 + v1 * x1 + v2 * x2;
      c0[j] = u;
      c1[j] = v;
    }
  }
}
