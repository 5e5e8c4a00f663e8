package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a {@link Network} may cost at most. One that costs more does not compile; the message names
 * the rows that cost most.
 *
 * <p>What is not stated is not limited, nor is what is stated as 0.
 *
 * <pre>{@code
 * @Network
 * @Budget(parameters = 500_000, flops = 1_000_000)
 * interface MnistMlp { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Budget {
  /**
   * The floats of all parameters, trained or not: the generated class's {@code PARAMETERS}.
   *
   * @return the largest number; 0 for any
   */
  long parameters() default 0;

  /**
   * The floating-point operations of a prediction, for one example: the generated class's {@code
   * FLOPS}.
   *
   * @return the largest number; 0 for any
   */
  long flops() default 0;

  /**
   * The memory of a pass that predicts, for each example, parameters not counted: the generated
   * class's {@code PREDICTION_BYTES}.
   *
   * @return the largest number; 0 for any
   */
  long activationBytes() default 0;

  /**
   * The memory of a pass that trains, for each example, parameters not counted: the generated
   * class's {@code TRAINING_BYTES}.
   *
   * @return the largest number; 0 for any
   */
  long trainingBytes() default 0;

  /**
   * The size of the file that {@code save} of the generated class writes: 4 bytes for each
   * parameter, behind a header that names the rows and the parameters, some hundred bytes each.
   *
   * @return the largest number; 0 for any
   */
  long modelBytes() default 0;
}
