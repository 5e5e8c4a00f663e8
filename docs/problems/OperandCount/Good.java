import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Good {
  @Input(shape = 12)
  Tensor left();

  @Input(shape = 12)
  Tensor right();

  @Dense(units = 4)
  Layer encoder();

  @Apply
  Tensor leftCode(Layer encoder, Tensor left);

  @Apply
  Tensor rightCode(Layer encoder, Tensor right);

  @Add
  Tensor sum(Tensor leftCode, Tensor rightCode);

  @Subtract
  Tensor difference(Tensor leftCode, Tensor rightCode);

  @Concatenate
  Tensor joined(Tensor sum, Tensor difference);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price();
}
