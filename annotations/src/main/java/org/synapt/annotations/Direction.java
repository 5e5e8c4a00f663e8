package org.synapt.annotations;

/** A direction in which a {@link Bidirectional} row reads. */
public enum Direction {
  /** Both: the state of the forward layer, and behind it that of the backward one. */
  BOTH,
  /** From the first step to the last. */
  FORWARD,
  /** From the last step to the first. */
  BACKWARD
}
