package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a row's recurrent layer read its sequence from both ends, with parameters for each
 * direction: {@code @Bidirectional @LSTM(units = 64) Tensor both();}.
 *
 * <pre>x [b, T, in]   →   y [b, 2u], or [b, T, 2u] with returnSequences</pre>
 *
 * <p>Step t of a sequence is made of what both gave when they had read step t. The parameters are
 * those of the layer twice, {@code both.forward.kernel} and {@code both.backward.kernel}. States
 * that it begins with are those of the forward layer, then those of the backward one.
 *
 * <p>Schuster and Paliwal, Bidirectional Recurrent Neural Networks, 1997.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Bidirectional {
  /**
   * What is made of the values of both directions.
   *
   * @return how they are merged
   */
  MergeMode mergeMode() default MergeMode.CONCAT;
}
