package org.synapt.network;

/** What {@link Initializers#varianceScaling} draws from. */
public enum Distribution {
  /** Normal, drawn again where further than two deviations from 0. */
  NORMAL,
  /** Uniform. */
  UNIFORM
}
