package org.synapt.testkit;

import static com.google.common.truth.Truth.assertWithMessage;

/** Sums in double precision, with the sizes of their terms: they say how far off floats may be. */
final class Reference {
  /**
   * Errors this small are no errors: a device may flush denormals to 0, and exponentials may end at
   * the smallest normal float.
   */
  private static final double TINY = 0x1p-125;

  private final double[] sums;
  private final double[] sizes;

  Reference(int length) {
    sums = new double[length];
    sizes = new double[length];
  }

  /** Adds a term to an element. */
  void add(int i, double term) {
    add(i, term, Math.abs(term));
  }

  /** Adds a sum to an element, with the size of its terms. */
  void add(int i, double sum, double size) {
    sums[i] += sum;
    sizes[i] += size;
  }

  double sum(int i) {
    return sums[i];
  }

  double size(int i) {
    return sizes[i];
  }

  /**
   * Fails unless every element is the reference's, give or take half a unit in the last place of
   * the sizes for each term of the sum, and for eight more.
   */
  void agreesWith(String what, int terms, float[] actual) {
    assertWithMessage("%s: length", what).that(actual.length).isEqualTo(sums.length);
    for (int i = 0; i < sums.length; i++) {
      double tolerance = (terms + 8) * 0x1p-24 * sizes[i] + TINY;
      if (!agree(sums[i], actual[i], tolerance)) {
        assertWithMessage("%s: element %s, give or take %s", what, i, tolerance)
            .that(actual[i])
            .isEqualTo((float) sums[i]);
      }
    }
  }

  /** Fails unless all floats are equal, bit by bit, NaNs among each other as well. */
  static void same(String what, float[] expected, float[] actual) {
    assertWithMessage("%s: length", what).that(actual.length).isEqualTo(expected.length);
    for (int i = 0; i < expected.length; i++) {
      if (Float.compare(expected[i], actual[i]) != 0) {
        assertWithMessage("%s: element %s", what, i).that(actual[i]).isEqualTo(expected[i]);
      }
    }
  }

  private static boolean agree(double expected, float actual, double tolerance) {
    if (Double.isNaN(expected) || Double.isInfinite((float) expected)) {
      return Float.compare((float) expected, actual) == 0;
    }
    return Math.abs(expected - actual) <= tolerance;
  }
}
