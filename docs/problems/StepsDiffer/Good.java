import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Good {
  @Input(shape = {10, 4})
  Tensor left();

  @Input(shape = {10, 4})
  Tensor right();

  @TimeDistributed
  @Dot(axes = 0)
  Tensor alike(Tensor left, Tensor right);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level();
}
