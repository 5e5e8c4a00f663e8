package org.synapt.optimizer;

/**
 * Keeps what an optimizer remembers away from denormal numbers, which cost 4 to 5 times as much.
 *
 * <p>{@code (x + FLUSH) − FLUSH} is x without the bits below {@code ulp(FLUSH)}, by addition alone,
 * so that the loop around it stays vectorised: no branch, no comparison.
 */
final class Tiny {
  /** For moments of the gradient. Loses what is below 4e-28, so that rates times it stay normal. */
  static final float FLUSH = 1e-20f;

  /** For moments of the gradient's square, of which only the root is used. Loses below 5e-38. */
  static final float FLUSH_SQUARE = 1e-30f;

  private Tiny() {}

  /** Moments of squares to which nothing is added: {@code v = k · v}. */
  static void fadeSquares(int to, float[] v, float k) {
    for (int i = 0; i < to; i++) {
      v[i] = (k * v[i] + FLUSH_SQUARE) - FLUSH_SQUARE;
    }
  }

  /** Moments to which nothing is added: {@code m = k · m}. */
  static void fade(int to, float[] m, float k) {
    for (int i = 0; i < to; i++) {
      m[i] = (k * m[i] + FLUSH) - FLUSH;
    }
  }

  /** Whether 0 times it is 0. */
  static boolean isFinite(float factor) {
    return Math.abs(factor) <= Float.MAX_VALUE;
  }
}
