package org.synapt.backend.java;

/**
 * Sums and maxima along a row, in eight lanes.
 *
 * <p>Element j belongs to lane j mod 8; each lane is summed in order, then the lanes as {@code ((0
 * + 4) + (2 + 6)) + ((1 + 5) + (3 + 7))}. One after the other, each addition would wait for the one
 * before it.
 */
final class Lanes {
  private Lanes() {}

  /** Σ x[at + j] for j below n. */
  static float sum(float[] x, int at, int n) {
    float a = 0f;
    float b = 0f;
    float c = 0f;
    float d = 0f;
    float e = 0f;
    float f = 0f;
    float g = 0f;
    float h = 0f;
    int whole = at + (n & ~7);
    for (int j = at; j < whole; j += 8) {
      a += x[j];
      b += x[j + 1];
      c += x[j + 2];
      d += x[j + 3];
      e += x[j + 4];
      f += x[j + 5];
      g += x[j + 6];
      h += x[j + 7];
    }
    int rest = n & 7;
    a += rest > 0 ? x[whole] : 0f;
    b += rest > 1 ? x[whole + 1] : 0f;
    c += rest > 2 ? x[whole + 2] : 0f;
    d += rest > 3 ? x[whole + 3] : 0f;
    e += rest > 4 ? x[whole + 4] : 0f;
    f += rest > 5 ? x[whole + 5] : 0f;
    g += rest > 6 ? x[whole + 6] : 0f;
    return ((a + e) + (c + g)) + ((b + f) + (d + h));
  }

  /** Σ x[j]² for j from {@code from} up to {@code to}, in four lanes of doubles. */
  static double squares(float[] x, int from, int to) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int whole = from + ((to - from) & ~3);
    int j = from;
    for (; j < whole; j += 4) {
      a += (double) x[j] * x[j];
      b += (double) x[j + 1] * x[j + 1];
      c += (double) x[j + 2] * x[j + 2];
      d += (double) x[j + 3] * x[j + 3];
    }
    for (; j < to; j++) {
      a += (double) x[j] * x[j];
    }
    return (a + c) + (b + d);
  }

  /** The largest x[at + j] for j below n, NaNs after the first passed over; quicker than max. */
  static float largestNumber(float[] x, int at, int n) {
    float largest = x[at];
    for (int j = at + 1; j < at + n; j++) {
      if (x[j] > largest) {
        largest = x[j];
      }
    }
    return largest;
  }

  /** The largest x[at + j] for j below n; NaN if there is one. */
  static float max(float[] x, int at, int n) {
    float a = x[at];
    float b = a;
    float c = a;
    float d = a;
    int whole = at + (n & ~3);
    int j = at;
    for (; j < whole; j += 4) {
      a = Math.max(a, x[j]);
      b = Math.max(b, x[j + 1]);
      c = Math.max(c, x[j + 2]);
      d = Math.max(d, x[j + 3]);
    }
    for (; j < at + n; j++) {
      a = Math.max(a, x[j]);
    }
    return Math.max(Math.max(a, b), Math.max(c, d));
  }
}
