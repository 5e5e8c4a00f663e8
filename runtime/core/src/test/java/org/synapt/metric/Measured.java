package org.synapt.metric;

import java.util.Arrays;

/** Metrics of small arrays, whole or cut into batches. */
final class Measured {
  private Measured() {}

  /** A metric of rows of columns under a loss. */
  static double of(Metric metric, String loss, int columns, String predictions, String targets) {
    return of(metric, Comparison.of(loss, columns), floats(predictions), floats(targets));
  }

  static double of(Metric metric, Comparison comparison, float[] predictions, float[] targets) {
    int width = comparison.positions() * comparison.columns();
    return metric.measure(comparison, predictions.length / width, predictions, targets);
  }

  /** The same, so many examples at a time. */
  static double cut(
      Metric metric, Comparison comparison, float[] predictions, float[] targets, int size) {
    int width = comparison.positions() * comparison.columns();
    int targetWidth = comparison.positions() * comparison.targetColumns();
    int examples = predictions.length / width;
    Tally tally = metric.tally(comparison);
    for (int from = 0; from < examples; from += size) {
      int to = Math.min(from + size, examples);
      tally.add(
          to - from,
          Arrays.copyOfRange(predictions, from * width, to * width),
          Arrays.copyOfRange(targets, from * targetWidth, to * targetWidth));
      tally.result();
    }
    return tally.result();
  }

  static float[] floats(String text) {
    String[] words = text.replace("|", " ").trim().split(" +", -1);
    float[] floats = new float[words.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = Float.parseFloat(words[i]);
    }
    return floats;
  }

  static float[] oneHot(int classes, int... labels) {
    float[] rows = new float[labels.length * classes];
    for (int i = 0; i < labels.length; i++) {
      rows[i * classes + labels[i]] = 1;
    }
    return rows;
  }
}
