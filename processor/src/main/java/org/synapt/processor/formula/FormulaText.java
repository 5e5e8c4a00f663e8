package org.synapt.processor.formula;

import org.synapt.processor.formula.Expression.Call;

/** The text form of terms, which parses back to them. */
final class FormulaText extends Notation {
  private static final FormulaText NOTATION = new FormulaText();

  private FormulaText() {}

  static String of(Term term) {
    return NOTATION.print(term).text();
  }

  @Override
  Fragment constant(double value) {
    return number(ShortestText.of(value));
  }

  @Override
  Fragment variable(String name) {
    return Fragment.atom(name);
  }

  @Override
  Fragment power(Expression base, Expression exponent) {
    return new Fragment(
        print(base).within(Precedence.ATOM) + " ^ " + print(exponent).within(Precedence.SIGN),
        Precedence.POWER);
  }

  @Override
  Fragment call(Call call) {
    return call(call.function().toString(), call.arguments());
  }
}
