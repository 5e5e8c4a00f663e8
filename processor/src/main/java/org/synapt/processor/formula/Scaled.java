package org.synapt.processor.formula;

import java.util.function.UnaryOperator;
import org.synapt.processor.formula.Expression.Binary;
import org.synapt.processor.formula.Expression.Constant;
import org.synapt.processor.formula.Expression.Negation;

/** A simplified expression as a constant factor and the rest: {@code -2 * x / y} is -2, x / y. */
record Scaled(double factor, Expression expression) {

  static Scaled of(Expression expression) {
    if (expression instanceof Constant constant) {
      return new Scaled(constant.value(), Constant.ONE);
    } else if (expression instanceof Negation negation) {
      Scaled positive = of(negation.operand());
      return new Scaled(-positive.factor, positive.expression);
    } else if (expression instanceof Binary binary) {
      Scaled left = of(binary.left());
      if (binary.operator() == Operator.TIMES) {
        boolean onlyFactor = left.expression.equals(Constant.ONE);
        return new Scaled(
            left.factor, onlyFactor ? binary.right() : left.expression.times(binary.right()));
      } else if (binary.operator() == Operator.DIVIDED_BY) {
        return new Scaled(left.factor, left.expression.over(binary.right()));
      }
    }
    return new Scaled(1, expression);
  }

  /** factor · expression, as simple. */
  Expression product() {
    return factor == 1
        ? expression
        : LikeFactors.collected(new Constant(factor).times(expression), UnaryOperator.identity());
  }
}
