package org.synapt.annotations;

/**
 * What training makes small, for targets {@code t} and predictions {@code p} with {@code n}
 * elements in the last axis.
 *
 * <p>Each gives one number for every position before the last axis; their mean over positions and
 * examples is the loss. {@code ε} is 1e-7. Formulas: Keras 2 and 3, {@code losses}.
 */
public enum Loss {
  /** None is named; {@link Output#formula()} is the loss. */
  NONE,
  /** {@code Σ (t − p)² / n}. */
  MEAN_SQUARED_ERROR,
  /** {@code Σ |t − p| / n}. */
  MEAN_ABSOLUTE_ERROR,
  /** {@code 100 · Σ |t − p| / max(|t|, ε) / n}. */
  MEAN_ABSOLUTE_PERCENTAGE_ERROR,
  /** {@code Σ (log(1 + max(t, ε)) − log(1 + max(p, ε)))² / n}. */
  MEAN_SQUARED_LOGARITHMIC_ERROR,
  /** {@code Σ max(1 − t · p, 0)² / n}, for targets −1 and 1. */
  SQUARED_HINGE,
  /** {@code Σ max(1 − t · p, 0) / n}, for targets −1 and 1. */
  HINGE,
  /** {@code max(1 + max((1 − t) · p) − Σ t · p, 0)}, for one-hot targets. */
  CATEGORICAL_HINGE,
  /** {@code Σ log cosh(p − t) / n}. */
  LOG_COSH,
  /** {@code Σ e² / 2} where {@code e = |t − p| ≤ δ}, else {@code δ · e − δ² / 2}, over n. */
  HUBER,
  /** {@code −Σ t · log p}, for one-hot targets; with a softmax fused and exact for any logits. */
  CATEGORICAL_CROSSENTROPY,
  /** {@code −log p[t]}, for targets that are class numbers. */
  SPARSE_CATEGORICAL_CROSSENTROPY,
  /** {@code −Σ (t · log p + (1 − t) · log(1 − p)) / n}; with a sigmoid fused and exact. */
  BINARY_CROSSENTROPY,
  /** {@code Σ t · log(t / p)}, both held within ε and 1. */
  KULLBACK_LEIBLER_DIVERGENCE,
  /** {@code Σ (p − t · log(p + ε)) / n}. */
  POISSON,
  /** {@code −Σ t · p / (|t| · |p|)}, the cosine of the angle, negated. */
  COSINE_PROXIMITY
}
