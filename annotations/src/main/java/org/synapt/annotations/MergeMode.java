package org.synapt.annotations;

/**
 * What is made of what the two directions of a {@link Bidirectional} row give, {@code f} and {@code
 * b}.
 *
 * <p>Keras's {@code None}, which gives both, is not among them, because a row has one value:
 * declare two rows, the second with {@code goBackwards = true}.
 */
public enum MergeMode {
  /** One behind the other along the last axis. */
  CONCAT,
  /** {@code f + b}. */
  SUM,
  /** {@code f · b}. */
  MUL,
  /** {@code (f + b) / 2}. */
  AVE,
  /** In the body of a {@link Block}: what the block annotation's {@code mergeMode} says. */
  OF_BLOCK
}
