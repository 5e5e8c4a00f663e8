package org.synapt.samples.soak;

import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;
import static org.synapt.annotations.Padding.SAME;

import org.synapt.annotations.BatchNormalization;
import org.synapt.annotations.Conv2D;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Dropout;
import org.synapt.annotations.Flatten;
import org.synapt.annotations.Input;
import org.synapt.annotations.MaxPooling2D;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

/** One layer of each kind that a backend prepares something for, and just not small. */
@Network
interface Soaked {
  @Input(shape = {8, 8, 4})
  Tensor picture();

  @Conv2D(filters = 8, kernelSize = 3, padding = SAME, useBias = false)
  Tensor edges();

  @BatchNormalization
  Tensor normal();

  @MaxPooling2D(poolSize = 2)
  Tensor coarse();

  @Flatten
  Tensor flat();

  @Dense(units = 32, activation = RELU)
  Tensor hidden();

  @Dropout(rate = 0.2)
  Tensor kept();

  @Output(loss = CATEGORICAL_CROSSENTROPY)
  @Dense(units = 10, activation = SOFTMAX)
  Tensor kind();
}
