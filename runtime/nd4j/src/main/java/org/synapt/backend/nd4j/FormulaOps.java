package org.synapt.backend.nd4j;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.synapt.kernel.Expression;
import org.synapt.kernel.Expression.Call;
import org.synapt.kernel.Expression.Constant;
import org.synapt.kernel.Expression.Function;
import org.synapt.kernel.Expression.Operand;
import org.synapt.kernel.Formula;

/**
 * Writes an expression as ops of ND4J, each part of it once.
 *
 * <p>What ND4J computes less well than {@link org.synapt.kernel.Functions} is put together from
 * what it computes as well, with the same limits: {@code exp} is never infinite, for one.
 */
final class FormulaOps {
  /** Takes part only where what it is added to is 0. */
  private static final float TINY = 1e-30f;

  private static final float BIG = 0x1p100f;

  private final OpList ops = new OpList();
  private final Map<Expression, Place> known = new HashMap<>();
  private final int values;

  private FormulaOps(int values) {
    this.values = values;
  }

  /**
   * The ops of a formula.
   *
   * @throws IllegalArgumentException if its text cannot be read
   */
  static OpProgram of(Formula formula, OpScratch scratch) {
    FormulaOps formulaOps = new FormulaOps(formula.values());
    return formulaOps.ops.giving(formulaOps.place(Expression.of(formula)), scratch);
  }

  private Place place(Expression expression) {
    Place place = known.get(expression);
    if (place == null) {
      place = compute(expression);
      known.put(expression, place);
    }
    return place;
  }

  private Place compute(Expression expression) {
    if (expression instanceof Constant constant) {
      return ops.constant(constant.value());
    } else if (expression instanceof Operand operand) {
      Level level = operand.index() < values ? Level.MATRIX : Level.VECTOR;
      return new Place(Place.Kind.OPERAND, level, operand.index());
    }
    Call call = (Call) expression;
    List<Place> x = new ArrayList<>();
    if (call.function() != Function.WHERE) {
      call.arguments().forEach(argument -> x.add(place(argument)));
    }
    return switch (call.arguments().size()) {
      case 1 -> unary(call.function(), x.get(0));
      case 2 -> binary(call, x.get(0), x.get(1));
      default -> call.function() == Function.WHERE ? where(call) : clip(call, x);
    };
  }

  private Place unary(Function function, Place x) {
    return switch (function) {
      case NEGATIVE -> ops.add(FormulaOp.NEGATIVE, x);
      case ABS -> ops.add(FormulaOp.ABS, x);
      case SIGN -> ops.clip(far(x), -1, 1);
      case STEP -> ops.clip(far(x), 0, 1);
      case RELU -> ops.add(FormulaOp.RELU, x);
      case EXP -> exp(x);
      case LOG -> ops.add(FormulaOp.LOG, x);
      case LOG1P -> log1p(x);
      case EXPM1 -> expm1(x);
      case SQRT -> ops.add(FormulaOp.SQRT, x);
      case SQUARE -> ops.add(FormulaOp.SQUARE, x);
      case SIN -> ops.add(FormulaOp.SIN, x);
      case COS -> ops.add(FormulaOp.COS, x);
      case TANH -> tanh(x);
      case SIGMOID -> ops.add(FormulaOp.SIGMOID, ops.clip(x, -43.6f, 43.6f));
      case SOFTPLUS -> softplus(x);
      case ERF -> ops.add(FormulaOp.ERF, x);
      default -> throw new IllegalArgumentException(function + " takes no single number");
    };
  }

  private Place binary(Call call, Place a, Place b) {
    return switch (call.function()) {
      case ADD -> ops.add(FormulaOp.ADD, a, b);
      case SUBTRACT -> ops.add(FormulaOp.SUBTRACT, a, b);
      case MULTIPLY, LOGICAL_AND -> ops.add(FormulaOp.MULTIPLY, a, b);
      case DIVIDE -> ops.add(FormulaOp.DIVIDE, a, b);
      case POW -> pow(call, a, b);
      case MAX -> withNaN(FormulaOp.MAXIMUM, a, b);
      case MIN -> withNaN(FormulaOp.MINIMUM, a, b);
      case LESS -> ops.add(FormulaOp.LESS, a, b);
      case LESS_EQUAL -> ops.add(FormulaOp.LESS_EQUAL, a, b);
      case GREATER -> ops.add(FormulaOp.GREATER, a, b);
      case GREATER_EQUAL -> ops.add(FormulaOp.GREATER_EQUAL, a, b);
      case EQUAL -> ops.add(FormulaOp.EQUAL, a, b);
      case NOT_EQUAL -> ops.add(FormulaOp.NOT_EQUAL, a, b);
      case LOGICAL_OR -> ops.add(FormulaOp.MAXIMUM, a, b);
      default -> throw new IllegalArgumentException(call.function() + " takes no two numbers");
    };
  }

  private Place pow(Call call, Place a, Place b) {
    return call.argument(1).equals(new Constant(2))
        ? ops.add(FormulaOp.SQUARE, a)
        : ops.add(FormulaOp.POW, a, b);
  }

  /** x, or as good as infinite; 0 and NaN stay. */
  private Place far(Place x) {
    return times(times(x, BIG), BIG);
  }

  private Place exp(Place x) {
    return ops.add(FormulaOp.EXP, ops.clip(x, -87.3f, 88.72f));
  }

  private Place expm1(Place x) {
    Place a = ops.clip(x, -17.4f, 88);
    return ops.add(FormulaOp.MULTIPLY, a, slope(ops.add(FormulaOp.EXP, a)));
  }

  /**
   * {@code (u − 1) / ln u}, where the rounding of u does no harm; 1 for 1.
   *
   * <p>Source: W. Kahan, in N. Higham, Accuracy and Stability of Numerical Algorithms, 2002,
   * section 1.14.1; there 1 is set apart.
   */
  private Place slope(Place u) {
    Place rise = plus(plus(u, -1), TINY);
    return ops.add(FormulaOp.DIVIDE, rise, plus(ops.add(FormulaOp.LOG, u), TINY));
  }

  private Place tanh(Place x) {
    Place a = ops.clip(x, -9, 9);
    Place twice = ops.add(FormulaOp.ADD, a, a);
    Place u = ops.add(FormulaOp.EXP, twice);
    Place rise = ops.add(FormulaOp.MULTIPLY, twice, slope(u));
    return ops.add(FormulaOp.DIVIDE, rise, plus(u, 1));
  }

  private Place log1p(Place x) {
    return log1p(plus(x, 1), ops.clip(x, -2, 0x1p30f));
  }

  /** {@code ln u} and, to first order, what rounding took from {@code u = 1 + x}. */
  private Place log1p(Place u, Place x) {
    Place rounded = plus(x, 1);
    Place lost = ops.add(FormulaOp.SUBTRACT, x, plus(rounded, -1));
    Place share = ops.add(FormulaOp.DIVIDE, lost, plus(rounded, TINY));
    return ops.add(FormulaOp.ADD, ops.add(FormulaOp.LOG, u), share);
  }

  private Place softplus(Place x) {
    Place tail = exp(ops.add(FormulaOp.NEGATIVE, ops.add(FormulaOp.ABS, x)));
    return ops.add(FormulaOp.ADD, ops.add(FormulaOp.RELU, x), log1p(plus(tail, 1), tail));
  }

  /** The larger or smaller of two, and NaN if either is: 0 · a is NaN for no other a between ±1. */
  private Place withNaN(FormulaOp extreme, Place a, Place b) {
    Place either =
        ops.add(FormulaOp.ADD, ops.add(FormulaOp.HARD_TANH, a), ops.add(FormulaOp.HARD_TANH, b));
    return ops.add(FormulaOp.ADD, ops.add(extreme, a, b), times(either, 0));
  }

  private Place clip(Call call, List<Place> x) {
    if (call.argument(1) instanceof Constant low
        && call.argument(2) instanceof Constant high
        && low.value() <= high.value()) {
      return ops.clip(x.get(0), low.value(), high.value());
    }
    return withNaN(FormulaOp.MINIMUM, withNaN(FormulaOp.MAXIMUM, x.get(0), x.get(1)), x.get(2));
  }

  /** The sum of what is chosen and 0; a product with 0 would let infinities and NaN through. */
  private Place where(Call call) {
    Place condition = place(call.argument(0));
    Place otherwise = ops.add(FormulaOp.SUBTRACT, ops.constant(1), condition);
    return ops.add(
        FormulaOp.ADD, chosen(call.argument(1), condition), chosen(call.argument(2), otherwise));
  }

  private Place chosen(Expression expression, Place condition) {
    Place value = place(expression);
    if (expression instanceof Constant) {
      return ops.add(FormulaOp.MULTIPLY, value, condition);
    }
    // ND4J swaps the two where the first is a single number.
    Place each =
        value.level().compareTo(condition.level()) < 0
            ? ops.add(FormulaOp.ASSIGN, condition, value)
            : value;
    return ops.add(FormulaOp.DIVIDE_NO_NAN, each, condition);
  }

  private Place plus(Place x, float number) {
    return ops.add(FormulaOp.ADD, x, ops.constant(number));
  }

  private Place times(Place x, float number) {
    return ops.add(FormulaOp.MULTIPLY, x, ops.constant(number));
  }
}
