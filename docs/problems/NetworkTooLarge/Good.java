import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Good {
  @Input(shape = 40_000)
  Tensor pixels();

  @Dense(units = 400, activation = RELU)
  Tensor hidden1();

  @Dense(units = 40_000, activation = RELU)
  Tensor hidden2();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price();
}
