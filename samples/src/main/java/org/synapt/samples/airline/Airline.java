package org.synapt.samples.airline;

import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Add;
import org.synapt.annotations.Cropping1D;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Flatten;
import org.synapt.annotations.Initialize;
import org.synapt.annotations.Initializer;
import org.synapt.annotations.Input;
import org.synapt.annotations.LSTM;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

/** The growth of twelve months in, that of the next one out. */
@Network
public interface Airline {
  /** For each month, how much more there were than a year before, scaled. */
  @Input(shape = {12, 1})
  Tensor growth();

  /** What is remembered of the year. */
  @LSTM(units = 16)
  Tensor year();

  /** How much more the next month grows than the last one; at first, no more. */
  @Dense(units = 1, kernelInitializer = @Initialize(Initializer.ZEROS))
  Tensor change();

  /** The last month. */
  @Cropping1D(cropping = {11, 0})
  Tensor last(Tensor growth);

  /** Its growth. */
  @Flatten
  Tensor now();

  /** The growth of the month that follows. */
  @Output(loss = MEAN_SQUARED_ERROR)
  @Add
  Tensor next(Tensor now, Tensor change);
}
