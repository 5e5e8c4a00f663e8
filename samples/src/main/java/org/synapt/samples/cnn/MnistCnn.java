package org.synapt.samples.cnn;

import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;
import static org.synapt.annotations.Padding.SAME;

import org.synapt.annotations.Conv2D;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Dropout;
import org.synapt.annotations.Flatten;
import org.synapt.annotations.Input;
import org.synapt.annotations.MaxPooling2D;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

/** Two convolutions, a pooling, a hidden layer of 512, ten digits. */
@Network
public interface MnistCnn {
  /** The grey of each pixel, from 0 to 1. */
  @Input(shape = {28, 28, 1})
  Tensor pixels();

  /** Where there are edges, of 32 kinds. */
  @Conv2D(filters = 32, kernelSize = 3, padding = SAME, activation = RELU)
  Tensor edges();

  /** Where there are strokes made of edges, of 32 kinds. */
  @Conv2D(filters = 32, kernelSize = 3, activation = RELU)
  Tensor strokes();

  /** The same, half as fine: whether a stroke is there counts, not exactly where. */
  @MaxPooling2D(poolSize = 2)
  Tensor coarse();

  /** A fifth of it hidden while it learns. */
  @Dropout(rate = 0.2)
  Tensor seen();

  /** Everywhere, one behind the other. */
  @Flatten
  Tensor flat();

  /** What the strokes together mean; 99 of 100 parameters are here, as the text book has it. */
  @SuppressWarnings("FlattenDominates")
  @Dense(units = 512, activation = RELU)
  Tensor hidden();

  /** Half of it hidden while it learns. */
  @Dropout(rate = 0.5)
  Tensor kept();

  /** The probability of each digit. */
  @Output(loss = CATEGORICAL_CROSSENTROPY)
  @Dense(units = 10, activation = SOFTMAX)
  Tensor digit();
}
