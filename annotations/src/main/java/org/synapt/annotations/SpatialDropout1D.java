package org.synapt.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * While training, sets a share of the channels of each sequence to 0 at all of their positions, and
 * scales the others up: {@code y = x / (1 − rate)} or 0. While predicting, {@code y = x}.
 *
 * <pre>x [b, positions, c]   →   y [b, positions, c]</pre>
 *
 * <p>Neighbouring positions are so much alike that a {@link Dropout} of single ones takes little
 * away: Tompson et al., Efficient Object Localization Using Convolutional Networks, 2015.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SpatialDropout1D {
  /**
   * The share of the channels that is dropped.
   *
   * @return a number from 0 up to, but not, 1
   */
  double rate();
}
