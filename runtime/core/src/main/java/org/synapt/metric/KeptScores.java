package org.synapt.metric;

import java.util.Arrays;

/**
 * Every score that was seen, sorted when a curve is asked for; four bytes each, and as much again
 * while an array grows or is sorted.
 */
final class KeptScores implements CurveCounts {
  private float[] right = new float[64];
  private float[] wrong = new float[64];
  private int rights;
  private int wrongs;
  private int sortedRights;
  private int sortedWrongs;

  @Override
  public void add(Rows rows, int column) {
    // −0 and 0 are one threshold, but sorting would tell them apart.
    float kept = rows.score(column) + 0f;
    if (rows.target(column)) {
      right = withRoom(right, rights);
      right[rights++] = kept;
    } else {
      wrong = withRoom(wrong, wrongs);
      wrong[wrongs++] = kept;
    }
  }

  private static float[] withRoom(float[] array, int count) {
    if (count < array.length) {
      return array;
    }
    if (count > Integer.MAX_VALUE / 2) {
      throw new IllegalStateException(
          "an exact area keeps every score, and there are more than an array holds; count between"
              + " thresholds: Metric.auc().numThresholds(200)");
    }
    return Arrays.copyOf(array, 2 * count);
  }

  @Override
  public long positives() {
    return rights;
  }

  @Override
  public void draw(Curve.Area area) {
    sort(right, sortedRights, rights);
    sort(wrong, sortedWrongs, wrongs);
    sortedRights = rights;
    sortedWrongs = wrongs;
    int tp = rights;
    int fp = wrongs;
    while (tp > 0 || fp > 0) {
      float highest =
          tp == 0
              ? wrong[fp - 1]
              : fp == 0 ? right[tp - 1] : Math.max(right[tp - 1], wrong[fp - 1]);
      while (tp > 0 && right[tp - 1] == highest) {
        tp--;
      }
      while (fp > 0 && wrong[fp - 1] == highest) {
        fp--;
      }
      area.move(rights - tp, wrongs - fp);
    }
  }

  /** The new ones alone first: what is then left is to merge two runs, which sorting notices. */
  private static void sort(float[] scores, int sorted, int count) {
    if (sorted < count) {
      Arrays.sort(scores, sorted, count);
      Arrays.sort(scores, 0, count);
    }
  }

  @Override
  public void reset() {
    rights = 0;
    wrongs = 0;
    sortedRights = 0;
    sortedWrongs = 0;
  }
}
