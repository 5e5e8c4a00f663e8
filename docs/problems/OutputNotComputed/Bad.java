import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Output(loss = MEAN_SQUARED_ERROR)
//^ [OutputNotComputed] measures comes from outside
  @Input(shape = 12)
  Tensor measures();

  @Output(loss = MEAN_SQUARED_ERROR)
//^ [OutputNotComputed] judge is a Layer and has no value
  @Dense(units = 1)
  Layer judge();

  @Apply
  Tensor price(Layer judge, Tensor measures);
}
