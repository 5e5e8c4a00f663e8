package org.synapt.processor.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.synapt.processor.formula.Expression.Binary;
import org.synapt.processor.formula.Expression.Call;
import org.synapt.processor.formula.Expression.Constant;
import org.synapt.processor.formula.Expression.Negation;

/** A sum as terms and how often each is in it: {@code a - b + 2 * a} is 3 times a, -1 times b. */
final class LikeTerms {
  private final List<Scaled> terms = new ArrayList<>();

  private LikeTerms() {}

  /**
   * A sum, difference or the opposite of one, with its like terms collected.
   *
   * @param simplify what to do with each term first; nothing if they are simple already, because
   *     doing it again on every level would take exponential time
   */
  static Expression collected(Expression sum, UnaryOperator<Expression> simplify) {
    LikeTerms all = new LikeTerms();
    all.add(1, sum, simplify);
    Map<Expression, Double> counts = new LinkedHashMap<>();
    all.terms.forEach(term -> counts.merge(term.expression(), term.factor(), Double::sum));
    if (!counts.values().stream().allMatch(Constant::fits)) {
      return joined(all.terms);
    }
    List<Scaled> terms = new ArrayList<>();
    counts.forEach((expression, count) -> terms.add(new Scaled(count, expression)));
    terms.removeIf(term -> term.factor() == 0);
    return expm1(terms).orElseGet(() -> joined(terms));
  }

  private void add(double sign, Expression term, UnaryOperator<Expression> simplify) {
    if (term instanceof Negation negation) {
      add(-sign, negation.operand(), simplify);
    } else if (term instanceof Binary binary && Simplification.isSum(binary)) {
      add(sign, binary.left(), simplify);
      add(binary.operator() == Operator.PLUS ? sign : -sign, binary.right(), simplify);
    } else {
      Expression simple = simplify.apply(term);
      if (Simplification.isSum(simple)) {
        add(sign, simple, UnaryOperator.identity());
      } else {
        Scaled scaled = Scaled.of(simple);
        terms.add(new Scaled(sign * scaled.factor(), scaled.expression()));
      }
    }
  }

  /** The terms one behind the other, the first positive one leading. */
  private static Expression joined(List<Scaled> scaled) {
    List<Expression> terms = new ArrayList<>();
    scaled.forEach(term -> terms.add(term.product()));
    if (terms.isEmpty()) {
      return Constant.ZERO;
    }
    int leader = 0;
    while (leader < terms.size() && Simplification.isNegative(terms.get(leader))) {
      leader++;
    }
    Expression sum = terms.remove(leader == terms.size() ? 0 : leader);
    for (Expression term : terms) {
      sum =
          Simplification.isNegative(term)
              ? sum.minus(Simplification.opposite(term))
              : sum.plus(term);
    }
    return sum;
  }

  /** exp(u) - 1 and 1 - exp(u), which lose digits near 0 as they stand. */
  private static Optional<Expression> expm1(List<Scaled> terms) {
    if (terms.size() != 2 || terms.get(0).factor() != -terms.get(1).factor()) {
      return Optional.empty();
    }
    boolean oneLeads = terms.get(0).expression().equals(Constant.ONE);
    Scaled one = terms.get(oneLeads ? 0 : 1);
    Scaled other = terms.get(oneLeads ? 1 : 0);
    if (one.expression().equals(Constant.ONE)
        && Math.abs(one.factor()) == 1
        && other.expression() instanceof Call call
        && call.function() == Function.EXP) {
      Expression expm1 = new Call(Function.EXPM1, call.arguments());
      return Optional.of(one.factor() < 0 ? expm1 : expm1.negated());
    }
    return Optional.empty();
  }
}
