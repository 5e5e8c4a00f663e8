import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Good {
  @Input(shape = 128)
  Tensor left();

  @Input(shape = {2, 128})
  Tensor right();

  @Dense(units = 64)
  Layer encoder();

  @Apply
  Tensor leftCode(Layer encoder, Tensor left);

  @Apply
  Tensor rightCode(Layer encoder, Tensor right);

  @Flatten
  Tensor flat();

  @Concatenate
  Tensor both(Tensor leftCode, Tensor flat);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price();
}
