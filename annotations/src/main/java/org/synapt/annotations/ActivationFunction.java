package org.synapt.annotations;

/**
 * What a layer applies to each element of its result, or, for the softmaxes, along the last axis.
 *
 * <p>Where Keras 2 and Keras 3 differ, Keras 3 holds and the text says so.
 */
public enum ActivationFunction {
  /** {@code x}. */
  LINEAR,
  /** {@code max(x, 0)}. */
  RELU,
  /** {@code min(max(x, 0), 6)}. */
  RELU6,
  /** {@code 1 / (1 + exp(−x))}. */
  SIGMOID,
  /** {@code min(max(x / 6 + 0.5, 0), 1)}; Keras 2 had {@code 0.2 · x + 0.5}. */
  HARD_SIGMOID,
  /** {@code tanh(x)}. */
  TANH,
  /** {@code x / (1 + |x|)}. */
  SOFTSIGN,
  /** {@code log(1 + exp(x))}. */
  SOFTPLUS,
  /** {@code exp(x)}. */
  EXPONENTIAL,
  /** {@code x} above 0, else {@code exp(x) − 1}. */
  ELU,
  /** {@code 1.0507 · (x above 0, else 1.67326 · (exp(x) − 1))}; Klambauer et al. 2017. */
  SELU,
  /** {@code x} above 0, else {@code 0.2 · x}, Keras 3's slope; {@link LeakyReLU} takes any. */
  LEAKY_RELU,
  /** {@code x · sigmoid(x)}, also called silu. */
  SWISH,
  /** {@code x · Φ(x)}, exact: {@code x · (1 + erf(x / √2)) / 2}. */
  GELU,
  /** {@code x · tanh(softplus(x))}. */
  MISH,
  /** {@code exp(x) / Σ exp(x)} along the last axis. */
  SOFTMAX,
  /** {@code x − log Σ exp(x)} along the last axis. */
  LOG_SOFTMAX,
  /** In the body of a {@link Block}: what the block annotation's {@code activation} says. */
  OF_BLOCK
}
