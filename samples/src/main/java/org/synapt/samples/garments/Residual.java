package org.synapt.samples.garments;

import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Block.OF_BLOCK;
import static org.synapt.annotations.Padding.SAME;

import org.synapt.annotations.Add;
import org.synapt.annotations.Block;
import org.synapt.annotations.Conv2D;
import org.synapt.annotations.Input;
import org.synapt.annotations.Tensor;

/** Two convolutions around which the input is added back. */
@Block
public @interface Residual {
  /** How many patterns to look for. */
  int filters();

  /** How much coarser the result is. */
  int strides() default 1;

  /** The rows. */
  interface Body {
    /** What came before. */
    @Input
    Tensor x();

    /** The first convolution, which makes it coarser. */
    @Conv2D(
        filters = OF_BLOCK,
        kernelSize = 3,
        strides = OF_BLOCK,
        padding = SAME,
        activation = RELU)
    Tensor inner(Tensor x);

    /** The second. */
    @Conv2D(filters = OF_BLOCK, kernelSize = 3, padding = SAME)
    Tensor outer(Tensor inner);

    /** What came before, with as many channels and as coarse. */
    @Conv2D(filters = OF_BLOCK, kernelSize = 1, strides = OF_BLOCK)
    Tensor shortcut(Tensor x);

    /** Both together. */
    @Add(activation = RELU)
    Tensor sum(Tensor outer, Tensor shortcut);
  }
}
