package org.synapt.processor.formula;

import java.util.Collections;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.synapt.processor.formula.Expression.Binary;
import org.synapt.processor.formula.Expression.Call;
import org.synapt.processor.formula.Expression.Constant;

/** Expressions as Java that computes with floats. */
final class JavaNotation extends Notation {
  /** Beyond this power a call is both shorter and more precise than a product. */
  private static final int HIGHEST_PRODUCT = 4;

  private final Map<Expression, String> locals;
  private final UnaryOperator<String> variable;
  private final UnaryOperator<String> function;

  /**
   * A notation.
   *
   * @param locals the names of parts computed before; may grow while printing
   */
  JavaNotation(
      Map<Expression, String> locals,
      UnaryOperator<String> variable,
      UnaryOperator<String> function) {
    this.locals = locals;
    this.variable = variable;
    this.function = function;
  }

  @Override
  Fragment expression(Expression expression) {
    String local = locals.get(expression);
    return local == null ? super.expression(expression) : Fragment.atom(local);
  }

  @Override
  Fragment constant(double value) {
    return number(ShortestText.of((float) value) + "f");
  }

  @Override
  Fragment variable(String name) {
    return Fragment.atom(variable.apply(name));
  }

  @Override
  Fragment power(Expression base, Expression exponent) {
    Binary power = new Binary(Operator.POWER, base, exponent);
    int repetitions = repetitions(power);
    return repetitions > 1 && isAtHand(base)
        ? product(base, repetitions)
        : call(function.apply("pow"), power.operands());
  }

  @Override
  Fragment call(Call call) {
    Expression first = call.argument(0);
    return switch (call.function()) {
      case ABS, MAX, MIN -> call("Math." + call.function(), call.arguments());
      case CLIP ->
          Fragment.atom(
              "Math.min(Math.max("
                  + print(first).text()
                  + ", "
                  + print(call.argument(1)).text()
                  + "), "
                  + print(call.argument(2)).text()
                  + ")");
      case SQRT ->
          new Fragment("(float) " + call("Math.sqrt", call.arguments()).text(), Precedence.SIGN);
      case SQUARE -> power(first, new Constant(2));
      default -> call(function.apply(call.function().toString()), call.arguments());
    };
  }

  /** How often the first operand is repeated in the text of a power; 1 for all but small ones. */
  static int repetitions(Expression expression) {
    if (expression instanceof Call call && call.function() == Function.SQUARE) {
      return 2;
    } else if (expression instanceof Binary power
        && power.operator() == Operator.POWER
        && power.right() instanceof Constant exponent
        && Powers.isWhole(exponent, HIGHEST_PRODUCT)) {
      return Math.max(1, (int) exponent.value());
    }
    return 1;
  }

  private boolean isAtHand(Expression expression) {
    return SharedParts.isCheap(expression) || locals.containsKey(expression);
  }

  private Fragment product(Expression factor, int times) {
    String text = print(factor).within(Precedence.SIGN);
    return new Fragment(String.join(" * ", Collections.nCopies(times, text)), Precedence.PRODUCT);
  }
}
