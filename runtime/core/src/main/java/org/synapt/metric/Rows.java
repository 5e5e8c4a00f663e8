package org.synapt.metric;

import java.util.Locale;

/**
 * One output's predictions and targets, row by row, as probabilities and as yes or no: whether
 * predictions are logits and targets class numbers makes no difference behind here.
 */
final class Rows {
  private final String metric;
  private final int columns;
  private final boolean sparse;
  private final boolean sigmoid;
  private final boolean softmax;
  private final double[] scores;
  private final double[] probabilities;
  private final boolean[] targets;
  private boolean spoiled;

  /**
   * Rows of an output.
   *
   * @throws IllegalArgumentException if its targets cannot be yes or no
   */
  Rows(String metric, Comparison comparison) {
    if (comparison.loss().endsWith("hinge") && !comparison.loss().startsWith("categorical")) {
      throw new IllegalArgumentException(
          metric
              + " takes targets of 0 and 1, but those of "
              + comparison.loss()
              + " are −1 and 1");
    }
    this.metric = metric;
    this.columns = comparison.columns();
    this.sparse = comparison.sparse();
    this.sigmoid = comparison.logits() && comparison.binary();
    this.softmax = comparison.logits() && !comparison.binary();
    this.scores = new double[columns];
    this.probabilities = new double[columns];
    this.targets = new boolean[columns];
  }

  /** Reads the row of this number. */
  void read(float[] p, float[] t, int row) {
    readTargets(t, row);
    spoiled = false;
    double largest = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < columns; j++) {
      scores[j] = p[row * columns + j];
      spoiled |= Double.isNaN(scores[j]);
      largest = Math.max(largest, scores[j]);
    }
    if (sigmoid) {
      for (int j = 0; j < columns; j++) {
        probabilities[j] = sigmoid(scores[j]);
      }
    } else if (softmax) {
      takeSoftmax(largest);
    } else {
      System.arraycopy(scores, 0, probabilities, 0, columns);
    }
  }

  private void takeSoftmax(double largest) {
    double sum = 0;
    for (int j = 0; j < columns; j++) {
      probabilities[j] = StrictMath.exp(scores[j] - largest);
      sum += probabilities[j];
    }
    double log = largest + StrictMath.log(sum);
    for (int j = 0; j < columns; j++) {
      probabilities[j] /= sum;
      scores[j] -= log;
    }
  }

  static double sigmoid(double logit) {
    double power = StrictMath.exp(-Math.abs(logit));
    return (logit < 0 ? power : 1) / (1 + power);
  }

  private void readTargets(float[] t, int row) {
    if (sparse) {
      int label = classNumber(metric, t[row], columns);
      for (int j = 0; j < columns; j++) {
        targets[j] = j == label;
      }
      return;
    }
    for (int j = 0; j < columns; j++) {
      float target = t[row * columns + j];
      if (target != 0 && target != 1) {
        throw new IllegalArgumentException("a target " + finding(metric, target));
      }
      targets[j] = target == 1;
    }
  }

  /** The class that a target says. */
  static int classNumber(String metric, float target, int classes) {
    if (!(target >= 0 && target < classes && target == (int) target)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a target is %s, but %s over %d classes takes whole numbers from 0 to %d",
              target,
              metric,
              classes,
              classes - 1));
    }
    return (int) target;
  }

  private static String finding(String metric, float target) {
    return "is " + target + ", but " + metric + " takes 0 and 1";
  }

  /** What is wrong with one example's target; nothing if it can be read. */
  String finding(float[] target) {
    for (float number : target) {
      if (!sparse && number != 0 && number != 1) {
        return finding(metric, number);
      }
    }
    return "";
  }

  /** Whether the row that was read has a prediction that is NaN. */
  boolean spoiled() {
    return spoiled;
  }

  /** How likely a column is by the row that was read. */
  double probability(int column) {
    return probabilities[column];
  }

  /**
   * What orders a column as its probability does, and tells apart what rounds to 0 or 1: the logit
   * of a sigmoid, the logarithm of a softmax.
   */
  float score(int column) {
    return (float) scores[column];
  }

  /** Whether a column is right by the row that was read. */
  boolean target(int column) {
    return targets[column];
  }

  int columns() {
    return columns;
  }
}
