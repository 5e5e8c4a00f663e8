import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = {10, 4})
  Tensor left();

  @Input(shape = {8, 4})
  Tensor right();

  @TimeDistributed
  @Dot(axes = 0)
  Tensor alike(Tensor left, Tensor right);
  //                               ^ [StepsDiffer] right [8, 4] has 8 steps, but left [10, 4] has 10

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level(Tensor left);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor slope(Tensor right);
}
