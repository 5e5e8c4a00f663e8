package org.synapt.metric;

import java.util.Arrays;

/**
 * How many scores lie between thresholds that divide 0 to 1 evenly.
 *
 * <p>As in Keras 3, {@code metrics.AUC}: n thresholds {@code 0, 1 / (n − 1), … 1}, of which the
 * first is below and the last above every score; a score is above a threshold that it does not
 * equal.
 */
final class ThresholdCounts implements CurveCounts {
  private final long[] right;
  private final long[] wrong;
  private long rights;

  ThresholdCounts(int thresholds) {
    right = new long[thresholds];
    wrong = new long[thresholds];
  }

  @Override
  public void add(Rows rows, int column) {
    boolean target = rows.target(column);
    float within = Math.min(Math.max((float) rows.probability(column), 0), 1);
    int above = Math.max((int) Math.ceil(within * (right.length - 1)) - 1, 0);
    (target ? right : wrong)[above]++;
    if (target) {
      rights++;
    }
  }

  @Override
  public long positives() {
    return rights;
  }

  @Override
  public void draw(Curve.Area area) {
    long tp = 0;
    long fp = 0;
    for (int i = right.length - 1; i >= 0; i--) {
      tp += right[i];
      fp += wrong[i];
      area.move(tp, fp);
    }
  }

  @Override
  public void reset() {
    Arrays.fill(right, 0);
    Arrays.fill(wrong, 0);
    rights = 0;
  }
}
