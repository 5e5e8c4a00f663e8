package org.synapt.processor.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * What a formula can call.
 *
 * <p>The derivative of each is a formula over its parameters ({@code x}, or {@code a} and {@code
 * b}) and their derivatives ({@code dx}, or {@code da} and {@code db}). Where a function has a
 * corner, its derivative there is that of the flat side: {@code step(0) = 0}.
 */
public enum Function {
  /** |x|. */
  ABS(Math::abs, "sign(x) * dx"),
  /** -1, 0 or 1. */
  SIGN(Math::signum, "0"),
  /** 1 where x is positive, else 0. */
  STEP(x -> x > 0 ? 1 : 0, "0"),
  /** x where x is positive, else 0. */
  RELU(x -> Math.max(x, 0), "step(x) * dx"),
  /** eˣ. */
  EXP(Math::exp, "exp(x) * dx"),
  /** The natural logarithm. */
  LOG(Math::log, "dx / x"),
  /** log(1 + x), precise near 0. */
  LOG1P(Math::log1p, "dx / (1 + x)"),
  /** eˣ - 1, precise near 0. */
  EXPM1(Math::expm1, "exp(x) * dx"),
  /** √x. */
  SQRT(Math::sqrt, "dx / (2 * sqrt(x))"),
  /** x². */
  SQUARE(x -> x * x, "2 * x * dx"),
  /** aᵇ, the same as {@link Operator#POWER}. */
  POW(Math::pow, Operator.POWER.derivative()),
  /** The sine of x radians. */
  SIN(Math::sin, "cos(x) * dx"),
  /** The cosine of x radians. */
  COS(Math::cos, "-sin(x) * dx"),
  /** The hyperbolic tangent. */
  TANH(Math::tanh, "(1 - square(tanh(x))) * dx"),
  /** 1 / (1 + e⁻ˣ). */
  SIGMOID(Function::sigmoid, "sigmoid(x) * (1 - sigmoid(x)) * dx"),
  /** log(1 + eˣ). */
  SOFTPLUS(x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))), "sigmoid(x) * dx"),
  /** The error function, 2/√π · ∫₀ˣ exp(−t²) dt. */
  ERF(ErrorFunction::of, "2 / sqrt(pi) * exp(-square(x)) * dx"),
  /** The larger of two. */
  MAX(Math::max, "a > b ? da : db"),
  /** The smaller of two. */
  MIN(Math::min, "a < b ? da : db"),
  /** min(max(x, low), high). */
  CLIP(
      List.of("x", "low", "high"),
      a -> Math.min(Math.max(a[0], a[1]), a[2]),
      "x > low && x < high ? dx : low < high && x <= low ? dlow : dhigh");

  private final List<String> parameters;
  private final ToDoubleFunction<double[]> value;
  private final String derivative;

  Function(DoubleUnaryOperator value, String derivative) {
    this(List.of("x"), a -> value.applyAsDouble(a[0]), derivative);
  }

  Function(DoubleBinaryOperator value, String derivative) {
    this(List.of("a", "b"), a -> value.applyAsDouble(a[0], a[1]), derivative);
  }

  Function(List<String> parameters, ToDoubleFunction<double[]> value, String derivative) {
    this.parameters = parameters;
    this.value = value;
    this.derivative = derivative;
  }

  /**
   * The function of a name.
   *
   * @param name as written in a formula
   * @return nothing if there is no such function
   */
  public static Optional<Function> named(String name) {
    for (Function function : values()) {
      if (function.toString().equals(name)) {
        return Optional.of(function);
      }
    }
    return Optional.empty();
  }

  /**
   * What can be called.
   *
   * @return the names of all functions
   */
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Function function : values()) {
      names.add(function.toString());
    }
    return names;
  }

  /**
   * What the function takes.
   *
   * @return the names of the parameters, one for each
   */
  public List<String> parameters() {
    return parameters;
  }

  /**
   * Computes the function.
   *
   * @param arguments one number for each parameter
   * @return the value, in double precision
   */
  public double apply(double... arguments) {
    return value.applyAsDouble(arguments);
  }

  /** The derivative as a formula over the parameters and, with a {@code d} before, theirs. */
  String derivative() {
    return derivative;
  }

  /** As it is written in a formula. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static double sigmoid(double x) {
    double tail = Math.exp(-Math.abs(x));
    return (x < 0 ? tail : 1) / (1 + tail);
  }
}
