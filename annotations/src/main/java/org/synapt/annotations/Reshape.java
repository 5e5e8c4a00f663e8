package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the same elements, in the same order, other axes: {@code x [b, …] → y [b, targetShape]}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Reshape {
  /**
   * The extents, without the batch.
   *
   * @return the extents; one of them may be -1 and is inferred
   */
  int[] targetShape();
}
