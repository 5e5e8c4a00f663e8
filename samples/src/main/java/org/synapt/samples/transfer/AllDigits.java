package org.synapt.samples.transfer;

import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;

import org.synapt.annotations.Dense;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

/** The network that learns to tell ten digits, from many pictures. */
@Network
interface AllDigits {
  @Input(shape = 784)
  Tensor pixels();

  @Dense(units = 256, activation = RELU)
  Tensor strokes();

  @Dense(units = 64, activation = RELU)
  Tensor shapes();

  @Output(loss = CATEGORICAL_CROSSENTROPY)
  @Dense(units = 10, activation = SOFTMAX)
  Tensor digit();
}
