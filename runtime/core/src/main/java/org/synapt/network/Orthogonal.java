package org.synapt.network;

/**
 * A matrix whose shorter side consists of vectors of length 1 at right angles, drawn evenly from
 * all such.
 *
 * <p>The Q of a QR decomposition of a normal matrix, made by Gram-Schmidt with each vector
 * orthogonalised twice (Giraud, Langou and Rozložník, The Loss of Orthogonality in the Gram-Schmidt
 * Orthogonalization Process, 2005). The diagonal of R is then positive, which makes Q even
 * (Mezzadri, How to Generate Random Matrices from the Classical Compact Groups, 2007).
 */
final class Orthogonal {
  private Orthogonal() {}

  /** Draws [rows, columns], row-major; all axes before the last count as rows. */
  static float[] draw(int[] shape, double gain, Draws draws) {
    int columns = shape.length == 0 ? 1 : shape[shape.length - 1];
    int rows = columns == 0 ? 0 : Shapes.size(shape) / columns;
    boolean tall = rows >= columns;
    double[][] vectors = tall ? vectors(columns, rows, draws) : vectors(rows, columns, draws);
    float[] numbers = new float[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        numbers[i * columns + j] = (float) (gain * (tall ? vectors[j][i] : vectors[i][j]));
      }
    }
    return numbers;
  }

  private static double[][] vectors(int count, int length, Draws draws) {
    double[][] vectors = new double[count][length];
    for (int i = 0; i < count; i++) {
      double[] vector = vectors[i];
      do {
        fill(vector, draws);
        orthogonalise(vector, vectors, i);
        orthogonalise(vector, vectors, i);
      } while (!normalise(vector));
    }
    return vectors;
  }

  private static void fill(double[] vector, Draws draws) {
    for (int j = 0; j < vector.length; j++) {
      vector[j] = draws.normal();
    }
  }

  /** Takes from a vector its part along each of the first {@code count} others. */
  private static void orthogonalise(double[] vector, double[][] others, int count) {
    for (int i = 0; i < count; i++) {
      double[] other = others[i];
      double along = dot(vector, other);
      for (int j = 0; j < vector.length; j++) {
        vector[j] -= along * other[j];
      }
    }
  }

  /** Brings a vector to length 1; false if it is too short to have a direction. */
  private static boolean normalise(double[] vector) {
    double length = StrictMath.sqrt(dot(vector, vector));
    for (int j = 0; j < vector.length; j++) {
      vector[j] /= length;
    }
    return length > 1e-9;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
