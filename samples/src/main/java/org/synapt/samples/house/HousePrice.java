package org.synapt.samples.house;

import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Concatenate;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

/** The price of a house from twelve measures and three hundred words. */
@Network
interface HousePrice {
  @Input(shape = 12)
  Tensor measures();

  @Dense(units = 32, activation = RELU)
  Tensor size(Tensor measures);

  @Input(shape = 300)
  Tensor words();

  @Dense(units = 32, activation = RELU)
  Tensor tone(Tensor words);

  @Concatenate
  Tensor both(Tensor size, Tensor tone);

  @Dense(units = 64, activation = RELU)
  Tensor mixed();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price();
}
