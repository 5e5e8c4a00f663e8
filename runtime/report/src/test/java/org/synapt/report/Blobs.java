package org.synapt.report;

import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;

import org.synapt.annotations.*;

/** Which of ten places a point is near. */
@Network
interface Blobs {
  @Input(shape = 2)
  Tensor point();

  @Dense(units = 32, activation = RELU)
  Tensor hidden();

  @Output(loss = Loss.CATEGORICAL_CROSSENTROPY)
  @Dense(units = 10, activation = SOFTMAX)
  Tensor place();
}
