package org.synapt.kernel;

/**
 * The functions that formulas are made of: the same bits on every JVM and on Android.
 *
 * <p>NaN gives NaN everywhere. Relative errors are the largest found against double precision.
 *
 * <p>{@link #exp}, {@link #expm1}, {@link #sigmoid}, {@link #tanh}, {@link #erf}, {@link #relu},
 * {@link #step} and {@link #sign} are straight lines of plain arithmetic, without branches, casts
 * or bit tricks, so that HotSpot vectorises a loop that calls them. Each says how many operations
 * it has, for there is a limit (LoopUnrollLimit) beyond which a loop runs ten times slower: 40
 * operations where it reads one array, 34 where two, 28 where three on JDK 17; 44, 40 and 38 on 25.
 */
public final class Functions {
  /** Adding and taking away 1.5 · 2²³ rounds a small float to the nearest whole number. */
  private static final float ROUND = 12_582_912f;

  /** 2²³ + 1: {@code c − (c − t)} with {@code c = SPLIT · t} keeps 1 of the 24 bits of t. */
  private static final float SPLIT = 8_388_609f;

  private static final float HALF_OVER_LN2 = 0.7213475f;

  /** 2 ln 2 in two parts; the first has few bits, so that its small multiples are exact. */
  private static final float TWO_LN2_HIGH = 1.386291504f;

  private static final float TWO_LN2_LOW = 2.8572136e-6f;

  /** eʳ is near (e + o) / (e − o) with e = r² + EVEN and o = r · (r² · ODD + HALF_EVEN). */
  private static final float EVEN = 10.008654f;

  private static final float HALF_EVEN = EVEN / 2;
  private static final float ODD = 0.08297865f;

  private static final double LN2 = 0.6931471805599453;

  /** √½; a mantissa from there up to √2 makes the series short. */
  private static final long SQRT_HALF_BITS = 0x3FE6_A09E_667F_3BCDL;

  private Functions() {}

  /**
   * {@code eˣ}, within 3e-7.
   *
   * <p>With m the whole number nearest to x / 2 ln 2 and r the rest, {@code eˣ = eʳ · (2ᵐ)²}. For
   * eʳ there is a fraction, fitted to r between ±0.6945; for 2ᵐ a quadratic that is near 2^(m/128)
   * is squared seven times and rounded to a power of two. 34 operations.
   *
   * @param x any; below −87.3 it counts as −87.3 and above 88.72 as 88.72
   * @return eˣ, from 1.2e-38 to 3.4e38: never 0, never infinite and never denormal
   */
  public static float exp(float x) {
    float a = Math.max(-87.3f, Math.min(x, 88.72f));
    float m = (a * HALF_OVER_LN2 + ROUND) - ROUND;
    float t = 1.0008514f + m * (0.005497281f + m * 1.4600421e-5f);
    float s = nearestPowerOfTwo(pow64(t * t));
    float r = (a - m * TWO_LN2_HIGH) - m * TWO_LN2_LOW;
    float even = r * r + EVEN;
    float odd = r * (r * r * ODD + HALF_EVEN);
    return (even + odd) * s / (even - odd) * s;
  }

  /** t⁶⁴. */
  private static float pow64(float t) {
    t *= t;
    t *= t;
    t *= t;
    t *= t;
    t *= t;
    t *= t;
    return t;
  }

  /**
   * The power of two that t is near, by rounding t to a single bit: exact from 0.75 to 1.5 times
   * it.
   *
   * <p>Source: Dekker, A floating-point technique for extending the available precision, 1971, who
   * credits Veltkamp; there to half the bits, here to one.
   */
  private static float nearestPowerOfTwo(float t) {
    float c = t * SPLIT;
    return c - (c - t);
  }

  /**
   * {@code eˣ − 1}, within 5e-7.
   *
   * <p>33 operations; see {@link #exp}.
   *
   * @param x any; above 88 it counts as 88
   * @return eˣ − 1
   */
  public static float expm1(float x) {
    float a = Math.max(-17.4f, Math.min(x, 88f));
    float m = (a * HALF_OVER_LN2 + ROUND) - ROUND;
    float s = nearestPowerOfTwo(pow64(0.99791735f + m * (0.010718254f + m * 7.610445e-5f)));
    float r = (a - m * TWO_LN2_HIGH) - m * TWO_LN2_LOW;
    float even = r * r + EVEN;
    float odd = r * (r * r * ODD + HALF_EVEN);
    float s2 = s * s;
    return (odd + odd) / (even - odd) * s2 + (s2 - 1f);
  }

  /**
   * {@code ln x}, within 6e-8. Does not vectorise.
   *
   * @param x any
   * @return ln x; −∞ for 0, NaN below
   */
  public static float log(float x) {
    return (float) log((double) x);
  }

  /** As accurate as a float needs. */
  private static double log(double x) {
    if (!(x > 0 && x <= Double.MAX_VALUE)) {
      return x == 0 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
    }
    long bits = Double.doubleToRawLongBits(x);
    long exponent = (bits - SQRT_HALF_BITS) >> 52;
    double m = Double.longBitsToDouble(bits - (exponent << 52));
    double z = (m - 1) / (m + 1);
    double s = z * z;
    double series = 1 + s * (1 / 3.0 + s * (1 / 5.0 + s * (1 / 7.0 + s * (1 / 9.0 + s / 11))));
    return exponent * LN2 + 2 * z * series;
  }

  /**
   * {@code ln(1 + x)}, within 6e-8. Does not vectorise.
   *
   * @param x any
   * @return ln(1 + x); −∞ for −1, NaN below
   */
  public static float log1p(float x) {
    double a = x;
    return (float) (Math.abs(x) < 1e-4f ? a * (1 - a * (0.5 - a / 3)) : log(1 + a));
  }

  /**
   * {@code xʸ}, as {@link StrictMath#pow(double, double)} has it. Slow, as are sin and cos.
   *
   * @param x the base
   * @param y the exponent
   * @return xʸ
   */
  public static float pow(float x, float y) {
    return (float) StrictMath.pow(x, y);
  }

  /**
   * {@code sin x}.
   *
   * @param x in radians
   * @return sin x
   */
  public static float sin(float x) {
    return (float) StrictMath.sin(x);
  }

  /**
   * {@code cos x}.
   *
   * @param x in radians
   * @return cos x
   */
  public static float cos(float x) {
    return (float) StrictMath.cos(x);
  }

  /**
   * {@code tanh x}, within 4e-7.
   *
   * <p>{@code x · p(x²) / q(x²)}, fitted to x between ±9. 22 operations.
   *
   * @param x any
   * @return between −1 and 1
   */
  public static float tanh(float x) {
    float a = Math.max(-9f, Math.min(x, 9f));
    float s = a * a;
    float p = 3.4955879e-3f + s * (2.0609079e-5f + s * 1.3354658e-8f);
    p = 1f + s * (0.13381025f + s * p);
    float q = 0.025876981f + s * (3.2856345e-4f + s * 7.7765566e-7f);
    q = 1f + s * (0.46714341f + s * q);
    return a * p / q;
  }

  /**
   * {@code 1 / (1 + e⁻ˣ)}, within 3e-7, also where it is tiny.
   *
   * <p>33 operations; see {@link #exp}, whose fraction is added to 1 before it is divided.
   *
   * @param x any; below −43.6 it counts as −43.6
   * @return from 1.2e-19 to 1
   */
  public static float sigmoid(float x) {
    float a = Math.max(-43.6f, Math.min(x, 43.6f));
    float m = (a * -HALF_OVER_LN2 + ROUND) - ROUND;
    float s = nearestPowerOfTwo(pow64(1.0013644f + m * (0.011001498f + m * 5.82636e-5f)));
    float r = (a + m * TWO_LN2_HIGH) + m * TWO_LN2_LOW;
    float even = r * r + EVEN;
    float odd = r * (r * r * ODD + HALF_EVEN);
    float above = even + odd;
    return above / (above + (even - odd) * s * s);
  }

  /**
   * {@code ln(1 + eˣ)}, within 5e-7.
   *
   * <p>{@code max(x, 0) + ln(1 + u)} with {@code u = e^(−|x|)}, the logarithm as {@code 2 artanh(u
   * / (2 + u))}. With its 50 operations it does not vectorise.
   *
   * @param x any
   * @return from 1.2e-38
   */
  public static float softplus(float x) {
    float u = exp(-Math.abs(x));
    float z = u / (2f + u);
    float q = z * z;
    float series = 0.4002170f + q * (0.2799911f + q * 0.28024624f);
    return Math.max(x, 0f) + z * (2f + q * (0.66666414f + q * series));
  }

  /**
   * {@code 2/√π · ∫₀ˣ e^(−t²) dt}, within 4e-7.
   *
   * <p>{@code x · p(x²) / q(x²)}, fitted to x between ±3.84. 26 operations.
   *
   * @param x any
   * @return between −1 and 1
   */
  public static float erf(float x) {
    float a = Math.max(-3.84f, Math.min(x, 3.84f));
    float s = a * a;
    float p = 2.8582621e-4f + s * 2.1167399e-6f;
    p = 0.052444661f + s * (3.6618115e-3f + s * p);
    p = 1.1283792f + s * (0.18756064f + s * p);
    float q = 1.14332654e-3f + s * 3.8826624e-5f;
    q = 0.112998252f + s * (0.014760622f + s * q);
    q = 1f + s * (0.49955418f + s * q);
    return a * p / q;
  }

  /**
   * {@code max(x, 0)}, exactly.
   *
   * <p>Computed as (x + |x|) / 2, which vectorises on Android too, as {@code Math.max} does not. 3
   * operations.
   *
   * @param x any; above 1.7e38 the result is +∞, and −∞ gives NaN: both are long past repair
   * @return x where it is positive, else 0
   */
  public static float relu(float x) {
    return 0.5f * (x + Math.abs(x));
  }

  /**
   * 1 where x is positive, else 0: the derivative of {@link #relu}.
   *
   * <p>5 operations.
   *
   * @param x any but −∞, which gives NaN
   * @return 0 or 1
   */
  public static float step(float x) {
    return Math.min((x + Math.abs(x)) * 0x1p100f * 0x1p100f, 1f);
  }

  /**
   * The sign of x.
   *
   * <p>4 operations.
   *
   * @param x any
   * @return −1, 0 or 1
   */
  public static float sign(float x) {
    return Math.max(-1f, Math.min(x * 0x1p100f * 0x1p100f, 1f));
  }
}
