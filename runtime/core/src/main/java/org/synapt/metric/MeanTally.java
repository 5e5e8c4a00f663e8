package org.synapt.metric;

/** The mean of a measure over all positions of all examples. */
final class MeanTally implements Tally {
  private final RowMeasure measure;
  private final int positions;
  private final int columns;
  private final int targetColumns;
  private double sum;
  private long rows;

  MeanTally(RowMeasure measure, Comparison comparison) {
    this.measure = measure;
    this.positions = comparison.positions();
    this.columns = comparison.columns();
    this.targetColumns = comparison.sparse() ? 1 : columns;
  }

  @Override
  public void reset() {
    sum = 0;
    rows = 0;
  }

  @Override
  public void add(int examples, float[] predictions, float[] targets) {
    int count = examples * positions;
    for (int i = 0; i < count; i++) {
      sum += measure.of(columns, predictions, i * columns, targets, i * targetColumns);
    }
    rows += count;
  }

  @Override
  public double result() {
    return sum / rows;
  }
}
