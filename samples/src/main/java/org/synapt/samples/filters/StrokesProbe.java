package org.synapt.samples.filters;

import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Padding.SAME;

import org.synapt.annotations.Conv2D;
import org.synapt.annotations.GlobalAveragePooling2D;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

/**
 * The first layers of {@code MnistCnn}, asked for one filter: nothing is trained here, and the
 * "loss" is how strongly the filter answers, which the gradient by the image makes stronger.
 */
@Network
interface StrokesProbe {
  /** The image that is looked for. */
  @Input(shape = {28, 28, 1})
  Tensor pixels();

  /** As in {@code MnistCnn}, where it was trained. */
  @Conv2D(filters = 32, kernelSize = 3, padding = SAME, activation = RELU)
  Tensor edges();

  /** As in {@code MnistCnn}, where it was trained. */
  @Conv2D(filters = 32, kernelSize = 3, activation = RELU)
  Tensor strokes();

  /** How strongly each filter answers, on the whole; the target is 1 at the filter asked for. */
  @Output(formula = "target * prediction")
  @GlobalAveragePooling2D
  Tensor strength();
}
