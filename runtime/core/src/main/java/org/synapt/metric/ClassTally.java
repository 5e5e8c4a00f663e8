package org.synapt.metric;

import java.util.Arrays;

/** How often yes and no are right and wrong, column by column. */
final class ClassTally implements Tally {
  private final Rows rows;
  private final int positions;
  private final double threshold;
  private final int topK;
  private final int ofClass;
  private final Average average;
  private final CountQuality quality;
  private final boolean[] top;
  private final long[] truePositives;
  private final long[] falsePositives;
  private final long[] falseNegatives;
  private final long[] trueNegatives;
  private boolean spoiled;
  private long count;

  /** Counts of all columns, or of one; topK of 0 takes whatever is above the threshold. */
  ClassTally(
      Rows rows,
      int positions,
      double threshold,
      int topK,
      int ofClass,
      Average average,
      CountQuality quality) {
    int columns = rows.columns();
    this.rows = rows;
    this.positions = positions;
    this.threshold = threshold;
    this.topK = topK;
    this.ofClass = ofClass;
    this.average = average;
    this.quality = quality;
    this.top = new boolean[columns];
    this.truePositives = new long[columns];
    this.falsePositives = new long[columns];
    this.falseNegatives = new long[columns];
    this.trueNegatives = new long[columns];
  }

  @Override
  public void reset() {
    Arrays.fill(truePositives, 0);
    Arrays.fill(falsePositives, 0);
    Arrays.fill(falseNegatives, 0);
    Arrays.fill(trueNegatives, 0);
    spoiled = false;
    count = 0;
  }

  @Override
  public void add(int examples, float[] predictions, float[] targets) {
    int last = examples * positions;
    for (int i = 0; i < last; i++) {
      rows.read(predictions, targets, i);
      spoiled |= rows.spoiled();
      findTop();
      for (int j = 0; j < rows.columns(); j++) {
        count(j, top[j] && rows.probability(j) > threshold, rows.target(j));
      }
    }
    count += last;
  }

  private void count(int column, boolean yes, boolean target) {
    if (yes) {
      (target ? truePositives : falsePositives)[column]++;
    } else {
      (target ? falseNegatives : trueNegatives)[column]++;
    }
  }

  private void findTop() {
    Arrays.fill(top, topK == 0);
    for (int found = 0; found < topK; found++) {
      int largest = -1;
      for (int j = 0; j < top.length; j++) {
        if (!top[j] && (largest < 0 || rows.probability(j) > rows.probability(largest))) {
          largest = j;
        }
      }
      top[largest] = true;
    }
  }

  @Override
  public double result() {
    if (count == 0 || spoiled) {
      return Double.NaN;
    }
    if (ofClass >= 0) {
      return quality(ofClass);
    }
    return switch (average) {
      case MICRO ->
          quality.of(
              sum(truePositives), sum(falsePositives), sum(falseNegatives), sum(trueNegatives));
      case MACRO -> macro();
      case WEIGHTED -> weighted();
    };
  }

  private double quality(int column) {
    return quality.of(
        truePositives[column],
        falsePositives[column],
        falseNegatives[column],
        trueNegatives[column]);
  }

  private static long sum(long[] counts) {
    long sum = 0;
    for (long column : counts) {
      sum += column;
    }
    return sum;
  }

  private double macro() {
    double sum = 0;
    for (int j = 0; j < top.length; j++) {
      sum += quality(j);
    }
    return sum / top.length;
  }

  private double weighted() {
    double sum = 0;
    long support = 0;
    for (int j = 0; j < top.length; j++) {
      long right = truePositives[j] + falseNegatives[j];
      sum += right * quality(j);
      support += right;
    }
    return support == 0 ? 0 : sum / support;
  }

  @Override
  public String finding(float[] target) {
    return rows.finding(target);
  }
}
