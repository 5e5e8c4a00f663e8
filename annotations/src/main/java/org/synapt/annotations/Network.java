package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a network; its class is generated beside it.
 *
 * <p>Each abstract method is a row, {@code name = layer(operands)}. A parameter names a row above;
 * a row without parameters takes the row directly above. For an interface {@code MnistMlp} the
 * class {@code MnistMlpNetwork} is written in the same package; nested declarations join with
 * {@code _}.
 *
 * <pre>{@code
 * @Network
 * interface MnistMlp {
 *   @Input(shape = 784)                       Tensor pixels();
 *   @Dense(units = 500, activation = RELU)    Tensor hidden1();
 *   @Output(loss = CATEGORICAL_CROSSENTROPY)
 *   @Dense(units = 10, activation = SOFTMAX)  Tensor digit();
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Network {}
