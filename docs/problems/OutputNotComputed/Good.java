import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Good {
  @Input(shape = 12)
  Tensor measures();

  @Dense(units = 1)
  Layer judge();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Apply
  Tensor price(Layer judge, Tensor measures);
}
