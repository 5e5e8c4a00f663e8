package org.synapt.data;

/**
 * Brings each feature to a common scale: {@code y = (x − offset) / scale}, feature by feature.
 *
 * <p>Fit on what is trained on, and transform everything with that: a test set must not have a say.
 * A feature that never changes becomes 0.
 */
public final class Scaler {
  private final double[] offset;
  private final double[] scale;

  private Scaler(double[] offset, double[] scale) {
    this.offset = offset;
    this.scale = scale;
    for (int j = 0; j < scale.length; j++) {
      if (scale[j] == 0) {
        scale[j] = 1;
      }
    }
  }

  /**
   * Brings each feature's smallest value to 0 and its largest to 1.
   *
   * @param column the examples that tell the smallest and the largest
   * @return the scaler
   * @throws IllegalArgumentException if there are no examples
   */
  public static Scaler minMax(Column column) {
    requireExamples(column);
    int width = column.width();
    double[] low = new double[width];
    double[] range = new double[width];
    for (int j = 0; j < width; j++) {
      double smallest = column.value(0, j);
      double largest = smallest;
      for (int i = 1; i < column.count(); i++) {
        smallest = Math.min(smallest, column.value(i, j));
        largest = Math.max(largest, column.value(i, j));
      }
      low[j] = smallest;
      range[j] = largest - smallest;
    }
    return new Scaler(low, range);
  }

  /**
   * Brings each feature to mean 0 and deviation 1, the deviation over all examples ({@code √(Σ(x −
   * mean)² / n)}).
   *
   * @param column the examples that tell mean and deviation
   * @return the scaler
   * @throws IllegalArgumentException if there are no examples
   */
  public static Scaler standard(Column column) {
    requireExamples(column);
    int width = column.width();
    double[] mean = new double[width];
    double[] deviation = new double[width];
    for (int j = 0; j < width; j++) {
      double sum = 0;
      for (int i = 0; i < column.count(); i++) {
        sum += column.value(i, j);
      }
      mean[j] = sum / column.count();
      double squares = 0;
      for (int i = 0; i < column.count(); i++) {
        double apart = column.value(i, j) - mean[j];
        squares += apart * apart;
      }
      deviation[j] = Math.sqrt(squares / column.count());
    }
    return new Scaler(mean, deviation);
  }

  private static void requireExamples(Column column) {
    if (column.count() == 0) {
      throw new IllegalArgumentException(column.name() + " has no examples to fit to");
    }
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
      values[i] = (float) ((values[i] - offset[j]) / scale[j]);
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
      values[i] = (float) (values[i] * scale[j] + offset[j]);
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
