package org.synapt.processor.layer;

import org.synapt.processor.declaration.Mention;
import org.synapt.processor.op.Elementwise;

/**
 * The elementwise formulas of the losses, over the prediction {@code p} and the target {@code t}.
 */
final class LossFormulas {
  private static final String HELD = "clip(p, 1e-7, 1 - 1e-7)";
  private static final String SMALL = "1e-7";

  static final Elementwise CATEGORICAL =
      Elementwise.of("-t * log(clip(p / total, 1e-7, 1 - 1e-7))", "p", "total", "t");
  static final Elementwise LOG_LIKELIHOOD = of("-t * p");
  static final Elementwise BINARY =
      of("-(t * log(" + HELD + ") + (1 - t) * log(1 - " + HELD + "))");

  /** The same as {@link #BINARY} of sigmoid(z), exact for any z. */
  static final Elementwise BINARY_OF_LOGITS = Elementwise.of("softplus(z) - z * t", "z", "t");

  static final Elementwise DIVERGENCE =
      of("clip(t, 1e-7, 1) * log(clip(t, 1e-7, 1) / clip(p, 1e-7, 1))");
  static final Elementwise OTHERS = of("(1 - t) * p");
  static final Elementwise PRODUCT = of("t * p");
  static final Elementwise SQUARE = Elementwise.of("square(x)", "x");
  static final Elementwise MARGIN = Elementwise.of("relu(1 + best - own)", "best", "own");

  /** The lengths are held above 1e-6, so that a row of zeros has a gradient. */
  static final Elementwise COSINE =
      Elementwise.of("-dot / (sqrt(max(pp, 1e-12)) * sqrt(max(tt, 1e-12)))", "dot", "pp", "tt");

  private LossFormulas() {}

  /** A loss that is the mean of an elementwise formula. */
  static Elementwise of(Mention output) {
    return switch (output.constant("loss")) {
      case "MEAN_SQUARED_ERROR" -> of("square(p - t)");
      case "MEAN_ABSOLUTE_ERROR" -> of("abs(p - t)");
      case "MEAN_ABSOLUTE_PERCENTAGE_ERROR" -> of("100 * abs(p - t) / max(abs(t), " + SMALL + ")");
      case "MEAN_SQUARED_LOGARITHMIC_ERROR" ->
          of("square(log1p(max(p, " + SMALL + ")) - log1p(max(t, " + SMALL + ")))");
      case "HINGE" -> of("relu(1 - t * p)");
      case "SQUARED_HINGE" -> of("square(relu(1 - t * p))");
      // log cosh e = log(1 + 2 sinh² (e / 2)), exact near 0; |e| - log 2 where that would overflow.
      case "LOG_COSH" ->
          of(
              "abs(p - t) > 20 ? abs(p - t) - 0.6931471805599453"
                  + " : log1p(square(expm1((p - t) / 2) - expm1((t - p) / 2)) / 2)");
      case "HUBER" -> huber(output.decimal("delta"));
      case "POISSON" -> of("p - t * log(p + " + SMALL + ")");
      default -> throw new IllegalArgumentException(output.constant("loss"));
    };
  }

  private static Elementwise huber(double delta) {
    return of(
        "abs(p - t) <= %s ? 0.5 * square(p - t) : %s * (abs(p - t) - 0.5 * %s)"
            .formatted(delta, delta, delta));
  }

  private static Elementwise of(String formula) {
    return Elementwise.of(formula, "p", "t");
  }
}
