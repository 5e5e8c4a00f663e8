package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A row that is an elementwise formula of its operands: {@code @Formula("x / (1 + exp(-1.702 *
 * x))") Tensor y(Tensor x)}.
 *
 * <p>Operands broadcast as in NumPy. The compiler differentiates it. Known are {@code + - * / ^},
 * comparisons in {@code c ? a : b}, {@code pi}, {@code e}, and abs, sign, step, relu, exp, log,
 * log1p, expm1, sqrt, square, pow, sin, cos, tanh, sigmoid, softplus, erf, max, min, clip.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Formula {
  /**
   * The formula, over the names of the row's operands.
   *
   * @return the formula
   */
  String value();
}
