package org.synapt.testkit;

import org.synapt.kernel.Expression;
import org.synapt.kernel.Expression.Call;
import org.synapt.kernel.Expression.Constant;
import org.synapt.kernel.Expression.Operand;

/** What an expression is in double precision; 1 for a condition that holds, else 0. */
final class Evaluation {
  private static final double SQRT_PI = Math.sqrt(Math.PI);

  private Evaluation() {}

  /** The value where the operands are those numbers. */
  static double of(Expression expression, double... operands) {
    if (expression instanceof Constant constant) {
      return constant.value();
    } else if (expression instanceof Operand operand) {
      return operands[operand.index()];
    }
    Call call = (Call) expression;
    double[] x = new double[call.arguments().size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = of(call.argument(i), operands);
    }
    return switch (x.length) {
      case 1 -> unary(call.function(), x[0]);
      case 2 -> binary(call.function(), x[0], x[1]);
      default -> ternary(call.function(), x[0], x[1], x[2]);
    };
  }

  private static double unary(Expression.Function function, double x) {
    return switch (function) {
      case NEGATIVE -> -x;
      case ABS -> Math.abs(x);
      case SIGN -> Math.signum(x);
      case STEP -> x > 0 ? 1 : x <= 0 ? 0 : Double.NaN;
      case RELU -> Math.max(x, 0);
      case EXP -> Math.exp(x);
      case LOG -> Math.log(x);
      case LOG1P -> Math.log1p(x);
      case EXPM1 -> Math.expm1(x);
      case SQRT -> Math.sqrt(x);
      case SQUARE -> x * x;
      case SIN -> Math.sin(x);
      case COS -> Math.cos(x);
      case TANH -> Math.tanh(x);
      case SIGMOID -> 1 / (1 + Math.exp(-x));
      case SOFTPLUS -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
      case ERF -> erf(x);
      default -> throw new IllegalArgumentException(function + " of one number");
    };
  }

  private static double binary(Expression.Function function, double a, double b) {
    return switch (function) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case POW -> Math.pow(a, b);
      case MAX -> Math.max(a, b);
      case MIN -> Math.min(a, b);
      default -> holds(function, a, b) ? 1 : 0;
    };
  }

  private static boolean holds(Expression.Function function, double a, double b) {
    return switch (function) {
      case LESS -> a < b;
      case LESS_EQUAL -> a <= b;
      case GREATER -> a > b;
      case GREATER_EQUAL -> a >= b;
      case EQUAL -> a == b;
      case NOT_EQUAL -> a != b;
      case LOGICAL_AND -> a != 0 && b != 0;
      case LOGICAL_OR -> a != 0 || b != 0;
      default -> throw new IllegalArgumentException(function + " of two numbers");
    };
  }

  private static double ternary(Expression.Function function, double a, double b, double c) {
    return switch (function) {
      case WHERE -> a != 0 ? b : c;
      case CLIP -> Math.min(Math.max(a, b), c);
      default -> throw new IllegalArgumentException(function + " of three numbers");
    };
  }

  /**
   * The error function to about 15 digits.
   *
   * <p>Source: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 1964; the series
   * 7.1.6 near 0, the continued fraction 7.1.14 beyond.
   */
  private static double erf(double x) {
    double size = Math.abs(x);
    if (!(size > 2.5)) {
      double term = x;
      double sum = x;
      for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
        term *= 2 * x * x / (2 * n + 1);
        sum += term;
      }
      return 2 / SQRT_PI * Math.exp(-x * x) * sum;
    }
    double tail = size;
    for (int k = 120; k >= 1; k--) {
      tail = size + k / 2.0 / tail;
    }
    return Math.signum(x) * (1 - Math.exp(-x * x) / SQRT_PI / tail);
  }
}
