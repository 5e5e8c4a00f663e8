package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * For each step of the query a mean of the steps of the value, weighted by a sum over features of
 * the query and the key: {@code y = softmax(scores) · value}.
 *
 * <pre>
 * scores = Σ scale · tanh(query + key), the sum over the features
 *
 * query [b, T, k]   value [b, S, n]   key [b, S, k]   scale [k]   →   y [b, T, n]
 * </pre>
 *
 * <p>Operands and masks are those of {@link Attention}. It takes {@code T · S · k} floats for each
 * example, several times; {@link Attention} takes {@code T · S}.
 *
 * <p>Bahdanau, Cho and Bengio, Neural Machine Translation by Jointly Learning to Align and
 * Translate, 2015.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AdditiveAttention {
  /**
   * Whether each feature has a learned weight, which begins as Keras's, glorot uniform.
   *
   * @return whether there is a scale
   */
  boolean useScale() default true;

  /**
   * The share of the weights that is dropped while training.
   *
   * @return a share from 0 up to, but not, 1
   */
  double dropout() default 0;

  /**
   * Whether step i of the query sees only the steps of the value up to number i. In Keras that is
   * an argument of the call, {@code use_causal_mask}.
   *
   * @return whether what comes later is hidden
   */
  boolean useCausalMask() default false;

  /**
   * Whether the scale is trained; see {@link Trainable}.
   *
   * @return false to freeze it
   */
  boolean trainable() default true;
}
