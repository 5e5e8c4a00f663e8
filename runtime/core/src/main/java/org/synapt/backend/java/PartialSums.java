package org.synapt.backend.java;

/** Sums of several groups of images, one behind the other, and their sum in that order. */
final class PartialSums {
  private static final int BLOCK = 1024;

  float[] floats = {};
  private final float[] total = new float[BLOCK];
  private final float[] next = new float[BLOCK];

  void makeRoom(int count) {
    if (floats.length < count) {
      floats = new float[count];
    }
  }

  /** Adds to the first {@code length} floats those of all other groups. */
  void add(int groups, int length) {
    for (int at = 0; at < length && groups > 1; at += BLOCK) {
      int some = Math.min(BLOCK, length - at);
      System.arraycopy(floats, at, total, 0, some);
      for (int group = 1; group < groups; group++) {
        System.arraycopy(floats, group * length + at, next, 0, some);
        ColumnBlocks.add(some, next, total);
      }
      System.arraycopy(total, 0, floats, at, some);
    }
  }
}
