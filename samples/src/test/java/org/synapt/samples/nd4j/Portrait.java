package org.synapt.samples.nd4j;

import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.ActivationFunction.TANH;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;
import static org.synapt.annotations.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;

import org.synapt.annotations.Concatenate;
import org.synapt.annotations.Conv2D;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Flatten;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

/** A picture and the year it was taken in: how old somebody is in it, and one of three moods. */
@Network
interface Portrait {
  @Input(shape = {6, 6, 2})
  Tensor picture();

  @Conv2D(filters = 8, kernelSize = 3, activation = RELU)
  Tensor strokes();

  @Flatten
  Tensor flat();

  @Input(shape = 1)
  Tensor year();

  @Concatenate
  Tensor both(Tensor flat, Tensor year);

  @Dense(units = 128, activation = TANH)
  Tensor hidden();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor age(Tensor hidden);

  @Output(loss = SPARSE_CATEGORICAL_CROSSENTROPY)
  @Dense(units = 3, activation = SOFTMAX)
  Tensor mood(Tensor hidden);
}
