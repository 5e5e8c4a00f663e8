package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Reads a sequence step by step and keeps a state that two gates move: the gated recurrent unit.
 *
 * <pre>
 * z = σ(x · W_z + h · U_z + b_z)
 * r = σ(x · W_r + h · U_r + b_r)
 * g = φ(x · W_g + b_g + r · (h · U_g + b'_g))     with resetAfter
 * g = φ(x · W_g + (r · h) · U_g + b_g)            without
 * h = z · h + (1 − z) · g
 *
 * x [b, T, in]   W [in, 3u]   U [u, 3u]   b [2, 3u], without resetAfter [3u]   →   y [b, u], or [b, T, u]
 * </pre>
 *
 * <p>{@code φ} is {@link #activation} and {@code σ} {@link #recurrentActivation}; the three parts
 * stand in Keras's order. {@code y} is the state after the last step, or with {@link
 * #returnSequences} that after every step. A further operand is the state that it begins with,
 * {@code [b, u]}, else 0: {@code @GRU(units = 32) Tensor decoded(Tensor words, Tensor before)}. A
 * mask of {@code x} says which steps count; the others leave the state as it is, and give it again,
 * where Keras gives 0 until the first step that counts.
 *
 * <p>Keras's {@code return_state} is a row of its own here, {@link State}, and its wrapper {@code
 * Bidirectional} is {@link Bidirectional} on the same row; {@code unroll} has no counterpart,
 * because all steps are one operation in any case.
 *
 * <p>Cho et al., Learning Phrase Representations using RNN Encoder-Decoder for Statistical Machine
 * Translation, 2014.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface GRU {
  /**
   * How many values the state has, {@code u}.
   *
   * @return the number of units, at least 1
   */
  int units();

  /**
   * What is applied to the candidate {@code g}. Not a softmax: gates work element by element.
   *
   * @return the activation
   */
  ActivationFunction activation() default ActivationFunction.TANH;

  /**
   * What is applied to the gates. Keras 2 had its {@code hard_sigmoid}, Keras 3 has the sigmoid.
   *
   * @return the activation of the gates
   */
  ActivationFunction recurrentActivation() default ActivationFunction.SIGMOID;

  /**
   * Whether there is a {@code b}.
   *
   * @return whether a bias is added
   */
  boolean useBias() default true;

  /**
   * How {@code W} starts.
   *
   * @return the initializer of the kernel
   */
  Initialize kernelInitializer() default @Initialize(Initializer.GLOROT_UNIFORM);

  /**
   * How {@code U} starts.
   *
   * @return the initializer of the recurrent kernel
   */
  Initialize recurrentInitializer() default @Initialize(Initializer.ORTHOGONAL);

  /**
   * How {@code b} starts.
   *
   * @return the initializer of the bias
   */
  Initialize biasInitializer() default @Initialize(Initializer.ZEROS);

  /**
   * What {@code W} adds to the loss.
   *
   * @return the regularizer of the kernel
   */
  Regularize kernelRegularizer() default @Regularize;

  /**
   * What {@code U} adds to the loss.
   *
   * @return the regularizer of the recurrent kernel
   */
  Regularize recurrentRegularizer() default @Regularize;

  /**
   * What {@code b} adds to the loss.
   *
   * @return the regularizer of the bias
   */
  Regularize biasRegularizer() default @Regularize;

  /**
   * What {@code y} adds to the loss.
   *
   * @return the regularizer of the result
   */
  Regularize activityRegularizer() default @Regularize;

  /**
   * What {@code W} is kept within.
   *
   * @return the constraint of the kernel
   */
  Constrain kernelConstraint() default @Constrain(Constraint.NONE);

  /**
   * What {@code U} is kept within.
   *
   * @return the constraint of the recurrent kernel
   */
  Constrain recurrentConstraint() default @Constrain(Constraint.NONE);

  /**
   * What {@code b} is kept within.
   *
   * @return the constraint of the bias
   */
  Constrain biasConstraint() default @Constrain(Constraint.NONE);

  /**
   * The share of the values of {@code x} that are dropped while training. The same are dropped in
   * all steps of an example, for all gates. Keras draws others for each gate where {@link
   * #recurrentDropout} is stated too.
   *
   * @return a share from 0 up to, but not, 1
   */
  double dropout() default 0;

  /**
   * The share of the values of {@code h} that are dropped from {@code h · U} while training. The
   * same are dropped in all steps of an example, others for each gate. Gal and Ghahramani, A
   * Theoretically Grounded Application of Dropout in Recurrent Neural Networks, 2016.
   *
   * @return a share from 0 up to, but not, 1
   */
  double recurrentDropout() default 0;

  /**
   * Whether {@code y} is the state after every step, {@code [b, T, u]}, as a recurrent row above it
   * needs. Else it is that after the last.
   *
   * @return whether a sequence is given
   */
  boolean returnSequences() default false;

  /**
   * Whether the last step is read first. A sequence is then given in the order of reading, and
   * without a mask; Keras hands on that of {@code x}, whose steps stand the other way round.
   *
   * @return whether it reads backward
   */
  boolean goBackwards() default false;

  /**
   * Whether example i of a batch begins with the states that example i of the batch before ended
   * with. The states are kept and saved with the network, and an input says for how many examples:
   * {@code @Input(shape = {20, 8}, batchSize = 32)}.
   *
   * @return whether states are kept from batch to batch
   */
  boolean stateful() default false;

  /**
   * Whether {@code r} is applied after {@code h · U}, which lets all gates be one product, and
   * needs a second bias; cuDNN and Keras 3 do so. Without it is as in the paper and in Keras 2.
   *
   * @return whether the state is reset behind the product
   */
  boolean resetAfter() default true;

  /**
   * Whether the parameters are trained; see {@link Trainable}.
   *
   * @return false to freeze them
   */
  boolean trainable() default true;
}
