package org.synapt.network;

/**
 * Where the values of a row are furthest apart on two backends.
 *
 * <p>Where one is NaN and the other is not, or they are different infinities, the difference is
 * infinite.
 *
 * @param row the row's name
 * @param difference the largest |found − expected|
 * @param largest the largest |expected| that is finite
 * @param example the example in which they are furthest apart, from 0; −1 if they are nowhere apart
 * @param at the position within the example's values, from 0; −1 if they are nowhere apart
 * @param found the value there
 * @param expected that of the reference
 */
public record RowDifference(
    String row, float difference, float largest, int example, int at, float found, float expected) {
  static RowDifference none(String row) {
    return new RowDifference(row, 0f, 0f, -1, -1, 0f, 0f);
  }

  /** This, or what is further apart among the values of some more examples. */
  RowDifference or(float[] found, float[] expected, int size, int firstExample) {
    RowDifference worst = this;
    float top = largest;
    for (int i = 0; i < expected.length; i++) {
      float apart = apart(found[i], expected[i]);
      if (apart > worst.difference) {
        worst =
            new RowDifference(
                row, apart, top, firstExample + i / size, i % size, found[i], expected[i]);
      }
      float magnitude = Math.abs(expected[i]);
      if (magnitude > top && magnitude <= Float.MAX_VALUE) {
        top = magnitude;
      }
    }
    return new RowDifference(
        row, worst.difference, top, worst.example, worst.at, worst.found, worst.expected);
  }

  private static float apart(float found, float expected) {
    if (Float.compare(found, expected) == 0 || found == expected) {
      return 0f;
    }
    float apart = Math.abs(found - expected);
    return Float.isNaN(apart) ? Float.POSITIVE_INFINITY : apart;
  }

  /**
   * The difference as a share of the largest value.
   *
   * @return {@code difference / largest}; the difference itself where all values are 0
   */
  public float relative() {
    return largest == 0 ? difference : difference / largest;
  }
}
