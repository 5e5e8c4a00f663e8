package org.synapt.metric;

/** A metric by another name. */
record RenamedMetric(Metric metric, String name) implements Metric {

  @Override
  public boolean largerIsBetter() {
    return metric.largerIsBetter();
  }

  @Override
  public Tally tally(Comparison comparison) {
    return metric.tally(comparison);
  }

  @Override
  public String toString() {
    return name;
  }
}
