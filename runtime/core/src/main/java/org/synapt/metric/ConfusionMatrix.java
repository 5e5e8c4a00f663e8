package org.synapt.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * How often each class was taken for each: rows are what is right, columns what was predicted.
 *
 * <pre>
 *        ant  bird   cat  precision  recall  f1-score  support
 * ant      2     0     0     0.6667  1.0000    0.8000        2
 * bird     0     0     1     0.0000  0.0000    0.0000        1
 * cat      1     0     2     0.6667  0.6667    0.6667        3
 * accuracy 0.6667 of 6
 * </pre>
 *
 * <p>Unchangeable. What has no example is 0: the precision of a class that was never predicted, the
 * recall of one that is not there.
 */
public final class ConfusionMatrix {
  private final List<String> names;
  private final long[][] counts;

  ConfusionMatrix(List<String> names, long[][] counts) {
    this.names = names;
    this.counts = counts;
  }

  /**
   * Compares class numbers.
   *
   * @param classes how many there are, at least 2
   * @param actual what is right
   * @param predicted what was predicted
   * @return the matrix
   * @throws IllegalArgumentException if there are not as many of both, or one is no class
   */
  public static ConfusionMatrix of(int classes, int[] actual, int[] predicted) {
    if (classes < 2) {
      throw new IllegalArgumentException("there must be at least 2 classes, not " + classes);
    }
    if (actual.length != predicted.length) {
      throw new IllegalArgumentException(
          "there are " + actual.length + " targets but " + predicted.length + " predictions");
    }
    long[][] counts = new long[classes][classes];
    for (int i = 0; i < actual.length; i++) {
      requireClass("target", i, actual[i], classes);
      requireClass("prediction", i, predicted[i], classes);
      counts[actual[i]][predicted[i]]++;
    }
    return new ConfusionMatrix(numbers(classes), counts);
  }

  private static void requireClass(String what, int at, int number, int classes) {
    if (number < 0 || number >= classes) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s %d is %d, but the classes are 0 to %d",
              what,
              at,
              number,
              classes - 1));
    }
  }

  /**
   * Compares the predictions of an output with its targets: by the largest of a row, or for one
   * column by the threshold of ½.
   *
   * @param comparison what the output is
   * @param examples how many there are
   * @param predictions read from index 0
   * @param targets read from index 0: one-hot rows, class numbers, or 0 and 1
   * @return the matrix
   * @throws IllegalArgumentException if the output does not tell classes apart
   */
  public static ConfusionMatrix of(
      Comparison comparison, int examples, float[] predictions, float[] targets) {
    ConfusionTally tally = new ConfusionTally(comparison, 0.5);
    tally.add(examples, predictions, targets);
    return tally.matrix();
  }

  static List<String> numbers(int classes) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < classes; i++) {
      names.add(Integer.toString(i));
    }
    return Collections.unmodifiableList(names);
  }

  /**
   * The same with names for the classes.
   *
   * @param classNames a name for each class, from class 0 on
   * @return the matrix
   * @throws IllegalArgumentException if there are not as many names as classes
   */
  public ConfusionMatrix withNames(String... classNames) {
    if (classNames.length != classes()) {
      throw new IllegalArgumentException(
          "there are "
              + classes()
              + " classes but "
              + classNames.length
              + " names: "
              + Arrays.toString(classNames));
    }
    List<String> copy = new ArrayList<>(Arrays.asList(classNames));
    return new ConfusionMatrix(Collections.unmodifiableList(copy), counts);
  }

  /**
   * How many classes there are.
   *
   * @return the number of rows, and of columns
   */
  public int classes() {
    return counts.length;
  }

  /**
   * The names of the classes: numbers, unless they were named.
   *
   * @return the names
   */
  public List<String> classNames() {
    return names;
  }

  /**
   * How often one class was taken for another, or for itself.
   *
   * @param actual the number of the class that is right
   * @param predicted the number of the class that was predicted
   * @return how often
   * @throws IndexOutOfBoundsException if there is no such class
   */
  public long count(int actual, int predicted) {
    return counts[actual][predicted];
  }

  /**
   * All that was compared.
   *
   * @return the sum of all counts
   */
  public long total() {
    long total = 0;
    for (int i = 0; i < classes(); i++) {
      total += support(i);
    }
    return total;
  }

  /**
   * How often a class is the right one.
   *
   * @param actual the number of the class
   * @return the sum of its row
   */
  public long support(int actual) {
    long sum = 0;
    for (long count : counts[actual]) {
      sum += count;
    }
    return sum;
  }

  private long predictions(int predicted) {
    long sum = 0;
    for (long[] row : counts) {
      sum += row[predicted];
    }
    return sum;
  }

  /**
   * The share that is right.
   *
   * @return the diagonal, over all; NaN of nothing
   */
  public double accuracy() {
    long right = 0;
    for (int i = 0; i < classes(); i++) {
      right += counts[i][i];
    }
    return (double) right / total();
  }

  /**
   * How much of what was taken for a class is of it.
   *
   * @param ofClass the number of the class
   * @return the share; 0 of nothing
   */
  public double precision(int ofClass) {
    long right = counts[ofClass][ofClass];
    return CountQuality.share(right, predictions(ofClass) - right);
  }

  /**
   * How much of a class was taken for it.
   *
   * @param ofClass the number of the class
   * @return the share; 0 of nothing
   */
  public double recall(int ofClass) {
    long right = counts[ofClass][ofClass];
    return CountQuality.share(right, support(ofClass) - right);
  }

  /**
   * The harmonic mean of a class's precision and recall.
   *
   * @param ofClass the number of the class
   * @return the mean; 0 of nothing
   */
  public double f1Score(int ofClass) {
    long right = counts[ofClass][ofClass];
    return CountQuality.fBeta(1, right, predictions(ofClass) - right, support(ofClass) - right);
  }

  /** The matrix and the measures of each class, in columns. */
  @Override
  public String toString() {
    int first = 0;
    int[] widths = new int[classes()];
    for (int i = 0; i < classes(); i++) {
      first = Math.max(first, names.get(i).length());
      widths[i] = Math.max(4, names.get(i).length());
      for (long[] row : counts) {
        widths[i] = Math.max(widths[i], Long.toString(row[i]).length());
      }
    }
    StringBuilder text = new StringBuilder(pad("", first));
    for (int i = 0; i < classes(); i++) {
      text.append("  ").append(padLeft(names.get(i), widths[i]));
    }
    text.append("  precision  recall  f1-score  support\n");
    for (int i = 0; i < classes(); i++) {
      appendRow(text, i, first, widths);
    }
    return text.append(String.format(Locale.ROOT, "accuracy %.4f of %d", accuracy(), total()))
        .toString();
  }

  private void appendRow(StringBuilder text, int row, int first, int[] widths) {
    text.append(pad(names.get(row), first));
    for (int j = 0; j < classes(); j++) {
      text.append("  ").append(padLeft(Long.toString(counts[row][j]), widths[j]));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "  %9.4f  %6.4f  %8.4f  %7d\n",
            precision(row),
            recall(row),
            f1Score(row),
            support(row)));
  }

  private static String padLeft(String text, int width) {
    return pad("", width - text.length()) + text;
  }

  private static String pad(String text, int width) {
    StringBuilder padded = new StringBuilder(text);
    while (padded.length() < width) {
      padded.append(' ');
    }
    return padded.toString();
  }
}
