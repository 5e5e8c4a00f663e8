package org.synapt.annotations;

/** What stands between the positions of an image that is made larger. */
public enum Interpolation {
  /** Each position is repeated. */
  NEAREST,
  /**
   * Straight lines between the middles of the positions; at the rim, what stands there. Of {@code
   * 0, 4} come {@code 0, 1, 3, 4}. So do TensorFlow 2 and Keras; PyTorch and ONNX call it half
   * pixels, with corners that are not aligned.
   */
  BILINEAR,
  /** In the body of a {@link Block}: what the block annotation's {@code interpolation} says. */
  OF_BLOCK
}
