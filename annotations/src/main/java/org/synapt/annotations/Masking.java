package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the steps of a sequence all of whose features are {@link #maskValue} as steps that do not
 * count, and makes them 0.
 *
 * <pre>x [b, T, …]   →   y [b, T, …]   y = x where any feature of the step is another, else 0</pre>
 *
 * <p>Rows below that know masks leave such steps out: recurrent layers, attention, {@link
 * GlobalAveragePooling1D}, and the loss and the accuracy of an {@link Output} that has the steps.
 * Layers that work on each step by itself hand the mask on, as in Keras: {@link Dense}, {@link
 * Activation}, dropouts and noise, {@link LayerNormalization}, {@link BatchNormalization}, {@link
 * Softmax}, {@link Formula} and {@link TimeDistributed} ones; merges have the union of the masks if
 * all their operands have one. At any other layer the mask ends, with a warning.
 *
 * <p>{@link BatchNormalization} hands the mask on but takes its mean and variance over all steps;
 * Keras 3 leaves out the steps that do not count.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Masking {
  /**
   * What all features of a step have to be for it not to count.
   *
   * @return the value, which is compared exactly, as a float
   */
  double maskValue() default 0;
}
