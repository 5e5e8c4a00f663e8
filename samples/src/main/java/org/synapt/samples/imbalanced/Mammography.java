package org.synapt.samples.imbalanced;

import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.ActivationFunction.SIGMOID;
import static org.synapt.annotations.Loss.BINARY_CROSSENTROPY;

import org.synapt.annotations.Dense;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

/** Six measures of a spot on a mammogram in, the probability that it is calcified out. */
@Network
interface Mammography {
  @Input(shape = 6)
  Tensor spot();

  @Dense(units = 32, activation = RELU)
  Tensor hidden1();

  @Dense(units = 16, activation = RELU)
  Tensor hidden2();

  @Output(loss = BINARY_CROSSENTROPY)
  @Dense(units = 1, activation = SIGMOID)
  Tensor calcified();
}
