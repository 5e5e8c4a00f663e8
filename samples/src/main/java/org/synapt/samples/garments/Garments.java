package org.synapt.samples.garments;

import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;
import static org.synapt.annotations.Padding.SAME;

import org.synapt.annotations.Conv2D;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Dropout;
import org.synapt.annotations.GlobalAveragePooling2D;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Repeat;
import org.synapt.annotations.Tensor;

/** Residual blocks over small grey pictures of ten kinds. */
@Network
public interface Garments {
  /** The grey of each pixel, from 0 to 1. */
  @Input(shape = {28, 28, 1})
  Tensor image();

  /** Edges. */
  @Conv2D(filters = 16, kernelSize = 3, padding = SAME, activation = RELU)
  Tensor edges();

  /** Shapes, half as fine. */
  @Residual(filters = 32, strides = 2)
  Tensor shapes();

  /** Parts, in a quarter of the rows and columns. */
  @Residual(filters = 64, strides = 2)
  Tensor parts();

  /** Parts of parts. */
  @Residual(filters = 64)
  @Repeat(2)
  Tensor wholes();

  /** How much there is of each, wherever it is. */
  @GlobalAveragePooling2D
  Tensor features();

  /** A part of it hidden while it learns. */
  @Dropout(rate = 0.3)
  Tensor kept();

  /** The probability of each kind. */
  @Output(loss = CATEGORICAL_CROSSENTROPY)
  @Dense(units = 10, activation = SOFTMAX)
  Tensor garment();
}
