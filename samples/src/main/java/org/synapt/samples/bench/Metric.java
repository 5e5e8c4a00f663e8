package org.synapt.samples.bench;

/** What programs are compared by. */
enum Metric {
  TRAIN("train", "Training, examples a second", true),
  LATENCY("latency_p50", "Prediction of one example, microseconds, median", false),
  SLOWEST("latency_p99", "Prediction of one example, microseconds, 99th percentile", false),
  INFER("infer", "Prediction in batches of 128, examples a second", true),
  FIRST_STEP("first_step", "From the start of the process to the end of the first step, ms", false),
  MEMORY("peak_rss", "Peak of resident memory, MB", false);

  private final String id;
  private final String title;
  private final boolean moreIsBetter;

  Metric(String id, String title, boolean moreIsBetter) {
    this.id = id;
    this.title = title;
    this.moreIsBetter = moreIsBetter;
  }

  String id() {
    return id;
  }

  String title() {
    return title;
  }

  /** The larger, the better. */
  double merit(double value) {
    return moreIsBetter ? value : 1 / value;
  }
}
