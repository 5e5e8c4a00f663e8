package org.synapt.samples.mnist;

import static org.synapt.annotations.ActivationFunction.SIGMOID;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;

import org.synapt.annotations.Dense;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

/** Two hidden layers of 500 with sigmoids, ten digits. */
@Network
public interface MnistSigmoid {
  /** The grey of each pixel, from 0 to 1. */
  @Input(shape = 784)
  Tensor pixels();

  /** The first hidden layer. */
  @Dense(units = 500, activation = SIGMOID)
  Tensor hidden1();

  /** The second hidden layer. */
  @Dense(units = 500, activation = SIGMOID)
  Tensor hidden2();

  /** The probability of each digit. */
  @Output(loss = CATEGORICAL_CROSSENTROPY)
  @Dense(units = 10, activation = SOFTMAX)
  Tensor digit();
}
