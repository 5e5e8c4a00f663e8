package org.synapt.annotations;

/**
 * What keeps a parameter within bounds. A norm is {@code n = √Σ w²} along {@link Constrain#axis()}.
 *
 * <p>Formulas: Keras 3, {@code constraints}.
 */
public enum Constraint {
  /** Nothing. */
  NONE,
  /** Norms of at most {@link Constrain#maxValue()}: {@code w · min(n, max) / (1e-7 + n)}. */
  MAX_NORM,
  /** No number below 0: {@code max(w, 0)}. */
  NON_NEG,
  /** Norms of 1: {@code w / (1e-7 + n)}. */
  UNIT_NORM,
  /**
   * Norms between {@link Constrain#minValue()} and {@link Constrain#maxValue()}, or on their way
   * there: {@code w · (rate · clip(n, min, max) + (1 − rate) · n) / (1e-7 + n)}.
   */
  MIN_MAX_NORM
}
