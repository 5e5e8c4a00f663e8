package org.synapt.processor.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.synapt.processor.formula.Condition.Comparison;
import org.synapt.processor.formula.Condition.Conjunction;
import org.synapt.processor.formula.Condition.Disjunction;
import org.synapt.processor.formula.Expression.Binary;
import org.synapt.processor.formula.Expression.Call;
import org.synapt.processor.formula.Expression.Conditional;
import org.synapt.processor.formula.Expression.Constant;
import org.synapt.processor.formula.Expression.Negation;
import org.synapt.processor.formula.Expression.Variable;

/** Expressions over x and y, and points to compare them at; the same seed gives the same. */
final class RandomExpressions {
  private static final int POINTS = 12;
  private static final double[] CONSTANTS = {0, 1, -1, 2, 3, 0.5, -2, 4, 10, 0.1, 1.702};

  /** Values beyond are not compared. */
  private static final double LARGEST = 1e6;

  private final Random random;

  RandomExpressions(long seed) {
    random = new Random(seed);
  }

  /** An expression at most so many operations deep. */
  Expression next(int depth) {
    int kind = depth == 0 ? random.nextInt(2) : random.nextInt(12);
    return switch (kind) {
      case 0 -> new Constant(CONSTANTS[random.nextInt(CONSTANTS.length)]);
      case 1, 2 -> new Variable(random.nextBoolean() ? "x" : "y");
      case 3 -> new Negation(next(depth - 1));
      case 4, 5, 6 -> call(depth);
      case 7 -> new Conditional(condition(depth), next(depth - 1), next(depth - 1));
      default -> new Binary(any(Operator.values()), next(depth - 1), next(depth - 1));
    };
  }

  private Expression call(int depth) {
    Function function = any(Function.values());
    List<Expression> arguments = new ArrayList<>();
    function.parameters().forEach(parameter -> arguments.add(next(depth - 1)));
    return new Call(function, arguments);
  }

  private Condition condition(int depth) {
    if (random.nextInt(4) == 0) {
      Condition left = condition(depth);
      Condition right = condition(depth);
      return random.nextBoolean() ? new Conjunction(left, right) : new Disjunction(left, right);
    }
    return new Comparison(any(Relation.values()), next(depth - 1), next(depth - 1));
  }

  private <T> T any(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** A point whose coordinates are none of the constants, so that corners are not met by design. */
  Map<String, Double> point() {
    return Map.of("x", random.nextGaussian() * 2, "y", random.nextGaussian() * 2);
  }

  /**
   * How well two functions agree. A wrong rule makes them disagree nearly everywhere; rounding and
   * jumps, which random expressions are full of, do so only here and there.
   *
   * @param compared at how many points the first was a number of moderate size
   * @param agreed at how many of those the second was nearly the same
   */
  record Agreement(int compared, int agreed) {

    boolean isEvident() {
      return compared >= POINTS / 2 && agreed * 2 > compared;
    }

    boolean isRefuted() {
      return compared >= POINTS / 2 && agreed * 2 <= compared;
    }
  }

  /**
   * The value, or NaN if any step to it is infinite, undefined or so large that digits are lost.
   */
  static double moderate(Expression expression, Map<String, Double> point) {
    for (Expression operand : expression.operands()) {
      if (Double.isNaN(moderate(operand, point))) {
        return Double.NaN;
      }
    }
    double value = Evaluation.of(expression, point);
    return Math.abs(value) < LARGEST ? value : Double.NaN;
  }

  Agreement compare(
      ToDoubleFunction<Map<String, Double>> first,
      ToDoubleFunction<Map<String, Double>> second,
      double tolerance) {
    int compared = 0;
    int agreed = 0;
    for (int i = 0; i < POINTS; i++) {
      Map<String, Double> point = point();
      double expected = first.applyAsDouble(point);
      double actual = second.applyAsDouble(point);
      if (Math.abs(expected) < LARGEST) {
        compared++;
        double error = Math.abs(actual - expected);
        agreed += error <= tolerance * Math.max(1, Math.abs(expected)) ? 1 : 0;
      }
    }
    return new Agreement(compared, agreed);
  }
}
