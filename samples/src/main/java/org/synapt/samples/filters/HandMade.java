package org.synapt.samples.filters;

import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;
import static org.synapt.annotations.Padding.SAME;

import org.synapt.annotations.Conv2D;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

/** Four filters that nobody trained: blur, sharpen, emboss, edges. */
@Network
interface HandMade {
  /** The grey of each pixel. */
  @Input(shape = {28, 28, 1})
  Tensor pixels();

  /** The image four times, each filtered by a kernel that the program sets. */
  @Output(loss = MEAN_SQUARED_ERROR)
  @Conv2D(filters = 4, kernelSize = 3, padding = SAME, useBias = false, trainable = false)
  Tensor filtered();
}
