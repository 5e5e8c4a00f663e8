package org.synapt.annotations;

/** How an {@link Attention} compares a query q with a key k. */
public enum ScoreMode {
  /** {@code q · k}. */
  DOT,
  /** {@code Σ tanh(q + k)}, times a learned number. */
  CONCAT,
  /** In the body of a {@link Block}: what the block annotation's {@code scoreMode} says. */
  OF_BLOCK
}
