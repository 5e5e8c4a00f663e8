package org.synapt.tensorboard;

import org.synapt.annotations.*;

/** A line through two measures. */
@Network
interface Line {
  @Input(shape = 2)
  Tensor x();

  @Output(loss = Loss.MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor y();
}
