package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a layer of one's own: on an annotation type whose nested interface is its body.
 *
 * <p>The body's rows are written like a network's. Its {@link Input} rows stand for the operands of
 * the row that uses the block, in order; its last row is what the block gives.
 *
 * <pre>{@code
 * @Block
 * @interface Bottleneck {
 *   int units();
 *
 *   interface Body {
 *     @Input                                          Tensor x();
 *     @Dense(units = OF_BLOCK, activation = RELU)     Tensor inner(Tensor x);
 *   }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.ANNOTATION_TYPE)
public @interface Block {
  /**
   * As an attribute in the body: what the block annotation's member of the same name says. It
   * serves whole and decimal numbers; {@link ActivationFunction#OF_BLOCK} serves activations.
   */
  int OF_BLOCK = Integer.MIN_VALUE;
}
