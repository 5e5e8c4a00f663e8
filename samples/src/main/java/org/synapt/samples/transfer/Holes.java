package org.synapt.samples.transfer;

import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;

import org.synapt.annotations.Dense;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

/** The same rows up to the last, which counts holes; all of them are trained. */
@Network
interface Holes {
  @Input(shape = 784)
  Tensor pixels();

  @Dense(units = 256, activation = RELU)
  Tensor strokes();

  @Dense(units = 64, activation = RELU)
  Tensor shapes();

  @Output(loss = CATEGORICAL_CROSSENTROPY)
  @Dense(units = 3, activation = SOFTMAX)
  Tensor holes();
}
