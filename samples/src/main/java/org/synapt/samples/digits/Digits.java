package org.synapt.samples.digits;

import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;

import org.synapt.annotations.Dense;
import org.synapt.annotations.Dropout;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

/** A picture of 28 by 28 in, the probability of each digit out. */
@Network
interface Digits {
  @Input(shape = 784)
  Tensor pixels();

  @Dense(units = 128, activation = RELU)
  Tensor strokes();

  @Dropout(rate = 0.2)
  Tensor kept();

  @Dense(units = 64, activation = RELU)
  Tensor shapes();

  @Output(loss = CATEGORICAL_CROSSENTROPY)
  @Dense(units = 10, activation = SOFTMAX)
  Tensor digit();
}
