package org.synapt.network;

/** What {@link Initializers#varianceScaling} divides the variance by. */
public enum FanMode {
  /** The number of values that a result is made of. */
  FAN_IN,
  /** The number of results that a value is used for. */
  FAN_OUT,
  /** The mean of the two. */
  FAN_AVG
}
