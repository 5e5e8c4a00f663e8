package org.synapt.annotations;

/** What a window finds where it reaches beyond an image. */
public enum Padding {
  /**
   * Nothing: windows stay within the image, so that there are {@code ⌊(n − span) / stride⌋ + 1}.
   */
  VALID,
  /**
   * As many zeros as give {@code ⌈n / stride⌉} windows; where their number is odd, there is one
   * more of them behind the image than in front, as in TensorFlow.
   */
  SAME,
  /** Zeros in front only, so that no result depends on a later position: for sequences. */
  CAUSAL,
  /** In the body of a {@link Block}: what the block annotation's {@code padding} says. */
  OF_BLOCK
}
