package org.synapt.backend.java;

import org.synapt.kernel.Functions;

/**
 * The quantile Φ⁻¹ of the normal distribution, within 1e-6 of itself.
 *
 * <p>With {@code q = u − ½}: where |q| is at most 0.485, {@code q · p(r) / s(r)} with {@code r =
 * 0.485² − q²}, in straight lines that HotSpot vectorises; in the tails, a share of 0.03, a
 * fraction in {@code t = √(−2 ln v)}, v being the smaller of u and 1 − u. Both are fitted to the
 * least relative error, 2.5e-7 and 1.6e-8 before rounding.
 *
 * <p>The division into a middle and tails, and its two variables, are those of Wichura, Algorithm
 * AS 241: The Percentage Points of the Normal Distribution, 1988.
 */
final class NormalQuantile {
  /** Where the tails begin. */
  static final float TAIL = 0.485f;

  private static final float TAIL_SQUARED = 0.235225f;

  private NormalQuantile() {}

  /** Φ⁻¹(q + ½) of a number in the middle. 21 operations. */
  static float middle(float q) {
    float r = TAIL_SQUARED - q * q;
    float p = 331.8126f + r * (5929.298f + r * (23565.766f + r * 9775.877f));
    float s = 84.57576f + r * (1869.4457f + r * (10809.802f + r * 10805.662f));
    return q * (4.474412f + r * p) / (1f + r * s);
  }

  /** −Φ⁻¹(v) of a small share. */
  static float tail(float v) {
    double t = Math.sqrt(-2.0 * Functions.log(v));
    double p = -0.33881111 + t * (1.71457499 + t * 0.36718027);
    return (float) ((-2.57133216 + t * p) / (1 + t * (1.73801248 + t * 0.36677773)));
  }
}
