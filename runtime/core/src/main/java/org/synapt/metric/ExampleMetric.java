package org.synapt.metric;

/** The mean of a user's own measure over all examples. */
final class ExampleMetric implements Metric {
  private final String name;
  private final ExampleMeasure measure;
  private final boolean larger;

  ExampleMetric(String name, ExampleMeasure measure, boolean largerIsBetter) {
    this.name = name;
    this.measure = measure;
    this.larger = largerIsBetter;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean largerIsBetter() {
    return larger;
  }

  @Override
  public Tally tally(Comparison comparison) {
    int rows = comparison.positions();
    return new Mean(
        measure,
        new float[rows * comparison.columns()],
        new float[rows * comparison.targetColumns()]);
  }

  @Override
  public String toString() {
    return name;
  }

  private static final class Mean implements Tally {
    private final ExampleMeasure measure;
    private final float[] prediction;
    private final float[] target;
    private double sum;
    private long examples;

    Mean(ExampleMeasure measure, float[] prediction, float[] target) {
      this.measure = measure;
      this.prediction = prediction;
      this.target = target;
    }

    @Override
    public void reset() {
      sum = 0;
      examples = 0;
    }

    @Override
    public void add(int count, float[] predictions, float[] targets) {
      for (int i = 0; i < count; i++) {
        System.arraycopy(predictions, i * prediction.length, prediction, 0, prediction.length);
        System.arraycopy(targets, i * target.length, target, 0, target.length);
        sum += measure.of(prediction, target);
      }
      examples += count;
    }

    @Override
    public double result() {
      return sum / examples;
    }
  }
}
