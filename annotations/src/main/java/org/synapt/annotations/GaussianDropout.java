package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * While training, multiplies with normal numbers of mean 1: {@code y = x · N(1, rate / (1 −
 * rate))}, the variance being that of a dropout's mask. While predicting, {@code y = x}.
 *
 * <pre>x [b, …]   →   y [b, …]</pre>
 *
 * <p>Srivastava et al., Dropout: A Simple Way to Prevent Neural Networks from Overfitting, 2014,
 * section 10.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface GaussianDropout {
  /**
   * The rate of the dropout that would disturb as much.
   *
   * @return a number from 0 up to, but not, 1
   */
  double rate();
}
