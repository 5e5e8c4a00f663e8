package org.synapt.metric;

/** The mean of a measure over all positions of all examples. */
final class MeanTally implements Tally {
  private final String metric;
  private final RowMeasure measure;
  private final boolean root;
  private final boolean sparse;
  private final int positions;
  private final int columns;
  private final int targetColumns;
  private double sum;
  private long rows;

  /** A mean, or its root. */
  MeanTally(String metric, RowMeasure measure, boolean root, Comparison comparison) {
    this.metric = metric;
    this.measure = measure;
    this.root = root;
    this.sparse = comparison.sparse();
    this.positions = comparison.positions();
    this.columns = comparison.columns();
    this.targetColumns = comparison.targetColumns();
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
      if (sparse) {
        Rows.classNumber(metric, targets[i], columns);
      }
      sum += measure.of(columns, predictions, i * columns, targets, i * targetColumns);
    }
    rows += count;
  }

  @Override
  public double result() {
    double mean = sum / rows;
    return root ? StrictMath.sqrt(mean) : mean;
  }
}
