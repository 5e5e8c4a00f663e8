package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Several attentions side by side, each of its own projections, and what they find as one row
 * again.
 *
 * <pre>
 * for each head h:
 *   q = (query · W_q + b_q) / √keyDim      k = key · W_k + b_k      v = value · W_v + b_v
 *   context = softmax(q · kᵀ) · v
 * y = the contexts side by side · W_o + b_o
 *
 * query [b, T, in]   value [b, S, m]   key [b, S, n]   →   y [b, T, out]
 *
 * query.kernel [in, heads, keyDim]      query.bias [heads, keyDim]
 * key.kernel [n, heads, keyDim]         key.bias [heads, keyDim]
 * value.kernel [m, heads, valueDim]     value.bias [heads, valueDim]
 * attentionOutput.kernel [heads, valueDim, out]      attentionOutput.bias [out]
 * </pre>
 *
 * <p>Names, shapes and order of the parameters are Keras's. Operands come in Keras's order: query,
 * value, key. Without a key the value is the key; a query alone is all three, which is
 * self-attention.
 *
 * <p>A query and a key meet where neither's mask, nor the value's, says that the step does not
 * count; where a query meets none, all its weights are the same. The result has the mask of the
 * query. While training, a share of the weights is 0 and the others are larger in turn.
 *
 * <p>Vaswani et al., Attention Is All You Need, 2017, section 3.2.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface MultiHeadAttention {
  /**
   * How many attentions there are.
   *
   * @return the number of heads, at least 1
   */
  int numHeads();

  /**
   * The features of each head's queries and keys.
   *
   * @return the extent of a head, at least 1
   */
  int keyDim();

  /**
   * The features of each head's values.
   *
   * @return the extent, or 0 for that of the keys
   */
  int valueDim() default 0;

  /**
   * The features of the result.
   *
   * @return the extent of the last axis, or 0 for that of the query
   */
  int outputShape() default 0;

  /**
   * The share of the weights that is dropped while training.
   *
   * @return a share from 0 up to, but not, 1
   */
  double dropout() default 0;

  /**
   * Whether the projections add a bias.
   *
   * @return whether there are biases
   */
  boolean useBias() default true;

  /**
   * Whether step i of the query sees only the steps of the value up to number i. In Keras that is
   * an argument of the call, {@code use_causal_mask}.
   *
   * @return whether what comes later is hidden
   */
  boolean useCausalMask() default false;

  /**
   * How the kernels start.
   *
   * @return the initializer of the four kernels
   */
  Initialize kernelInitializer() default @Initialize(Initializer.GLOROT_UNIFORM);

  /**
   * How the biases start.
   *
   * @return the initializer of the four biases
   */
  Initialize biasInitializer() default @Initialize(Initializer.ZEROS);

  /**
   * What each kernel adds to the loss.
   *
   * @return the regularizer of the kernels
   */
  Regularize kernelRegularizer() default @Regularize;

  /**
   * What each bias adds to the loss.
   *
   * @return the regularizer of the biases
   */
  Regularize biasRegularizer() default @Regularize;

  /**
   * What each kernel is kept within.
   *
   * @return the constraint of the kernels
   */
  Constrain kernelConstraint() default @Constrain(Constraint.NONE);

  /**
   * What each bias is kept within.
   *
   * @return the constraint of the biases
   */
  Constrain biasConstraint() default @Constrain(Constraint.NONE);

  /**
   * Whether it is trained; see {@link Trainable}.
   *
   * @return false to freeze it
   */
  boolean trainable() default true;
}
