import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Good {
  @Input(shape = 12)
  Tensor measures();

  @Dense(units = 8, activation = RELU)
  Tensor narrow();

  @Dense(units = 8, activation = RELU)
  @Repeat(3)
  Tensor deep();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price();
}
