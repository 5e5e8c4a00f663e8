package org.synapt.backend.onednn;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Formula;
import org.synapt.kernel.Windows;

/**
 * What a call of a convolution asks for.
 *
 * @param pass which product
 * @param add whether the product is added to what is there
 * @param shape its extents
 * @param windows how the window moves over x, as it was asked
 * @param image x or dx
 * @param weight the weight or dweight
 * @param result y or dy
 * @param formula what follows the product; {@link #NOTHING} where nothing does
 * @param bias the formula's vector, if it has one
 */
record ConvolutionTask(
    ConvolutionPass pass,
    boolean add,
    ConvolutionShape shape,
    Windows windows,
    NativeBuffer image,
    NativeBuffer weight,
    NativeBuffer result,
    Formula formula,
    Buffer bias) {
  /** Leaves a product as it is. */
  static final Formula NOTHING =
      new Formula("x", 1, "x") {
        @Override
        public void apply(int n, float[] y, float[][] x) {
          System.arraycopy(x[0], 0, y, 0, n);
        }
      };

  /** What is written. */
  NativeBuffer target() {
    return switch (pass) {
      case FORWARD -> result;
      case DATA -> image;
      case WEIGHT -> weight;
    };
  }

  /** The floats of the factors that are not the weight. */
  long factorFloats() {
    long x = pass == ConvolutionPass.DATA ? 0 : shape.imageFloats();
    long dy = pass == ConvolutionPass.FORWARD ? 0 : shape.resultFloats();
    return shape.batch() * (x + dy);
  }

  /** {@code FORWARD of 32 examples of …}. */
  @Override
  public String toString() {
    return pass + " of " + shape;
  }
}
