package org.synapt.samples.california;

import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Concatenate;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Dropout;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

/** What a block of houses in California is like, and what its median house is worth. */
@Network
interface California {
  /**
   * Where it lies, how old it is, its rooms, bedrooms, people, households and their income, and of
   * the last five the logarithms.
   */
  @Input(shape = 13)
  Tensor measures();

  /** How far the ocean is: one of five words, as a row with a single 1. */
  @Input(shape = 5)
  Tensor ocean();

  @Concatenate
  Tensor block(Tensor measures, Tensor ocean);

  @Dense(units = 128, activation = RELU)
  Tensor hidden1();

  @Dropout(rate = 0.1)
  Tensor kept();

  @Dense(units = 128, activation = RELU)
  Tensor hidden2();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor value();
}
