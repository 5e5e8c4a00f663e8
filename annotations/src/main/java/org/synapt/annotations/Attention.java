package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * For each step of the query a mean of the steps of the value, weighted by how well the query goes
 * with their keys: {@code y = softmax(scores) · value}.
 *
 * <pre>
 * scores = query · keyᵀ, times scale                              DOT
 * scores = concatScoreWeight · Σ tanh(scale · (query + key))      CONCAT, the sum over the features
 *
 * query [b, T, k]   value [b, S, n]   key [b, S, k]   scale, concatScoreWeight []   →   y [b, T, n]
 * </pre>
 *
 * <p>Operands come in Keras's order: query, value, key. Without a key the value is the key; a query
 * alone is all three, which is self-attention.
 *
 * <p>Steps that do not count by the mask of the value have no weight; where no step has any, all
 * have the same. Where a step does not count by the mask of the query, y is 0, and y has that mask.
 * As in Keras, a mask of the key is not looked at. While training, a share of the weights is 0 and
 * the others are larger in turn.
 *
 * <p>Luong, Pham and Manning, Effective Approaches to Attention-based Neural Machine Translation,
 * 2015.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Attention {
  /**
   * Whether scores are multiplied by a learned number, which begins with 1.
   *
   * @return whether there is a scale
   */
  boolean useScale() default false;

  /**
   * How a query and a key are compared.
   *
   * @return the way scores are computed
   */
  ScoreMode scoreMode() default ScoreMode.DOT;

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
   * Whether the scale and the weight of {@link ScoreMode#CONCAT} are trained; see {@link
   * Trainable}.
   *
   * @return false to freeze them
   */
  boolean trainable() default true;
}
