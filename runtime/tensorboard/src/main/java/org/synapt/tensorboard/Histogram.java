package org.synapt.tensorboard;

/**
 * How often numbers fall into each of 30 equally wide buckets between the least and the greatest.
 *
 * <p>The layout is that of {@code tf.summary.histogram}: a row for each bucket, which holds its
 * left edge, its right edge and its count. Numbers that are infinite or NaN are left out. Where all
 * are equal, every edge is that number and the last bucket holds all.
 */
final class Histogram {
  /** The default of {@code tf.summary.histogram}. */
  static final int BUCKETS = 30;

  static final int COLUMNS = 3;

  private final double[] rows;

  private Histogram(double[] rows) {
    this.rows = rows;
  }

  /** The buckets, row-major {@code [30, 3]}. */
  double[] rows() {
    return rows.clone();
  }

  static Histogram of(float[] numbers) {
    double[] rows = new double[BUCKETS * COLUMNS];
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (float number : numbers) {
      if (Float.isFinite(number)) {
        least = Math.min(least, number);
        greatest = Math.max(greatest, number);
      }
    }
    if (least <= greatest) {
      edges(rows, least, greatest);
      count(rows, numbers, least, greatest);
    }
    return new Histogram(rows);
  }

  private static void edges(double[] rows, double least, double greatest) {
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      rows[bucket * COLUMNS] = edge(bucket, least, greatest);
      rows[bucket * COLUMNS + 1] = edge(bucket + 1, least, greatest);
    }
  }

  private static double edge(int number, double least, double greatest) {
    // The last is the greatest itself and not what rounding makes of it.
    return number == BUCKETS ? greatest : least + (greatest - least) / BUCKETS * number;
  }

  private static void count(double[] rows, float[] numbers, double least, double greatest) {
    double width = (greatest - least) / BUCKETS;
    for (float number : numbers) {
      if (Float.isFinite(number)) {
        int bucket = width == 0 ? BUCKETS - 1 : (int) ((number - least) / width);
        rows[Math.min(bucket, BUCKETS - 1) * COLUMNS + 2]++;
      }
    }
  }
}
