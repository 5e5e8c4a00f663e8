package org.synapt.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Brings each feature to a common scale: {@code y = (x − offset) / scale + shift}, feature by
 * feature.
 *
 * <p>Fit on what is trained on, and transform everything with that: a test set must not have a say.
 * A feature that never changes is only moved. Source: scikit-learn, sklearn.preprocessing,
 * StandardScaler and MinMaxScaler.
 */
public final class Scaler {
  private static final String OFFSET = "offset";
  private static final String SCALE = "scale";
  private static final String SHIFT = "shift";

  private final double[] offset;
  private final double[] scale;
  private final double[] shift;

  private Scaler(double[] offset, double[] scale, double[] shift) {
    this.offset = offset;
    this.scale = scale;
    this.shift = shift;
  }

  /**
   * Brings each feature's smallest value to 0 and its largest to 1; one that never changes to 0.
   *
   * @param column the examples that tell the smallest and the largest
   * @return the scaler
   * @throws IllegalArgumentException if there are no examples, or one holds NaN or infinity
   */
  public static Scaler minMax(Column column) {
    return minMax(column, 0, 1);
  }

  /**
   * Brings each feature's smallest value to a number and its largest to another; one that never
   * changes to the smaller.
   *
   * @param column the examples that tell the smallest and the largest
   * @param low where the smallest goes
   * @param high where the largest goes, above {@code low}
   * @return the scaler
   * @throws IllegalArgumentException if there are no examples, one holds NaN or infinity, or the
   *     range is none
   */
  public static Scaler minMax(Column column, double low, double high) {
    requireExamples(column);
    if (!(low < high) || Double.isInfinite(high - low)) {
      throw new IllegalArgumentException(
          "the range of a scaler goes from a number to a larger one, not from "
              + low
              + " to "
              + high);
    }
    Scaler scaler = ofWidth(column.width());
    double[] smallest = scaler.offset;
    double[] largest = new double[column.width()];
    Arrays.fill(smallest, Double.POSITIVE_INFINITY);
    Arrays.fill(largest, Double.NEGATIVE_INFINITY);
    column.rows(
        (example, values, at) -> {
          for (int j = 0; j < largest.length; j++) {
            smallest[j] = Math.min(smallest[j], values[at + j]);
            largest[j] = Math.max(largest[j], values[at + j]);
          }
        });
    for (int j = 0; j < largest.length; j++) {
      double range = largest[j] - smallest[j];
      scaler.scale[j] = (range == 0 ? 1 : range) / (high - low);
      scaler.shift[j] = low;
    }
    return scaler;
  }

  /**
   * Brings each feature to mean 0 and deviation 1, the deviation over all examples ({@code √(Σ(x −
   * mean)² / n)}); one that never changes to 0.
   *
   * @param column the examples that tell mean and deviation
   * @return the scaler
   * @throws IllegalArgumentException if there are no examples, or one holds NaN or infinity
   */
  public static Scaler standard(Column column) {
    requireExamples(column);
    Scaler scaler = ofWidth(column.width());
    double[] mean = scaler.offset;
    column.rows(
        (example, values, at) -> {
          for (int j = 0; j < mean.length; j++) {
            mean[j] += values[at + j];
          }
        });
    for (int j = 0; j < mean.length; j++) {
      mean[j] /= column.count();
    }
    deviations(column, mean, scaler.scale);
    return scaler;
  }

  private static Scaler ofWidth(int width) {
    return new Scaler(new double[width], new double[width], new double[width]);
  }

  /** 1 for a feature that never changes, though its rounded mean is not quite its value. */
  private static void deviations(Column column, double[] mean, double[] deviation) {
    float[] first = new float[mean.length];
    boolean[] changes = new boolean[mean.length];
    column.copy(0, 1, first, 0);
    column.rows(
        (example, values, at) -> {
          for (int j = 0; j < mean.length; j++) {
            double apart = values[at + j] - mean[j];
            deviation[j] += apart * apart;
            changes[j] |= values[at + j] != first[j];
          }
        });
    for (int j = 0; j < mean.length; j++) {
      deviation[j] = changes[j] ? Math.sqrt(deviation[j] / column.count()) : 1;
    }
  }

  private static void requireExamples(Column column) {
    if (column.count() == 0) {
      throw new IllegalArgumentException(column.name() + " has no examples to fit to");
    }
    int wrong = column.firstNotFinite();
    if (wrong >= 0) {
      int row = wrong / column.width();
      int at = wrong % column.width();
      throw new IllegalArgumentException(
          column.name()
              + " of example "
              + row
              + " is "
              + column.value(row, at)
              + " at "
              + at
              + "; leave the example out, or put a finite number there");
    }
  }

  /**
   * A scaler of numbers that another one had.
   *
   * @param numbers what {@link #numbers} gave
   * @return an equal scaler
   * @throws IllegalArgumentException if an array is missing, is longer or shorter than the others,
   *     or holds what no scaler can
   */
  public static Scaler of(Map<String, double[]> numbers) {
    double[] offset = array(numbers, OFFSET);
    double[] scale = array(numbers, SCALE);
    double[] shift = array(numbers, SHIFT);
    if (offset.length == 0 || scale.length != offset.length || shift.length != offset.length) {
      throw new IllegalArgumentException(
          "a scaler needs as many offsets as scales and shifts, not "
              + offset.length
              + ", "
              + scale.length
              + " and "
              + shift.length);
    }
    for (double divisor : scale) {
      if (divisor == 0) {
        throw new IllegalArgumentException("a scaler cannot divide by a scale of 0");
      }
    }
    return new Scaler(offset, scale, shift);
  }

  private static double[] array(Map<String, double[]> numbers, String name) {
    double[] array = numbers.get(name);
    if (array == null) {
      throw new IllegalArgumentException("a scaler needs " + name + ", not " + numbers.keySet());
    }
    for (double number : array) {
      if (Double.isNaN(number) || Double.isInfinite(number)) {
        throw new IllegalArgumentException(name + " of a scaler cannot be " + number);
      }
    }
    return array.clone();
  }

  /**
   * What the scaler knows, for whoever keeps it.
   *
   * @return offset, scale and shift of each feature, by these names
   */
  public Map<String, double[]> numbers() {
    Map<String, double[]> numbers = new LinkedHashMap<>();
    numbers.put(OFFSET, offset.clone());
    numbers.put(SCALE, scale.clone());
    numbers.put(SHIFT, shift.clone());
    return Collections.unmodifiableMap(numbers);
  }

  /** What the features are multiplied with: {@code y = x · factor + shift}. */
  double[] factors() {
    double[] factors = new double[scale.length];
    Arrays.setAll(factors, j -> 1 / scale[j]);
    return factors;
  }

  /** What is added to the features when they are multiplied. */
  double[] shifts() {
    double[] shifts = new double[scale.length];
    Arrays.setAll(shifts, j -> shift[j] - offset[j] / scale[j]);
    return shifts;
  }

  /**
   * How many features it scales.
   *
   * @return the width of the column it was fitted to
   */
  public int width() {
    return scale.length;
  }

  /**
   * The column at the common scale.
   *
   * @param column as wide as the one that was fitted to
   * @return a new column of the same name
   * @throws IllegalArgumentException if it is wider or narrower
   */
  public Column transform(Column column) {
    float[] values = values(column);
    for (int i = 0; i < values.length; i++) {
      int j = i % scale.length;
      values[i] = (float) ((values[i] - offset[j]) / scale[j] + shift[j]);
    }
    return Column.of(column.name(), column.width(), values);
  }

  /**
   * The column at its own scale again.
   *
   * @param column as wide as the one that was fitted to
   * @return a new column of the same name
   * @throws IllegalArgumentException if it is wider or narrower
   */
  public Column undo(Column column) {
    float[] values = values(column);
    for (int i = 0; i < values.length; i++) {
      int j = i % scale.length;
      values[i] = (float) ((values[i] - shift[j]) * scale[j] + offset[j]);
    }
    return Column.of(column.name(), column.width(), values);
  }

  private float[] values(Column column) {
    if (column.width() != scale.length) {
      throw new IllegalArgumentException(
          column
              + " has "
              + column.width()
              + " features; the scaler was fitted to "
              + scale.length);
    }
    return column.toArray();
  }
}
