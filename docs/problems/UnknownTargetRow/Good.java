import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Good {
  @Input(shape = 64)
  Tensor image();

  @Dense(units = 8, activation = RELU)
  Tensor code();

  @Output(loss = MEAN_SQUARED_ERROR, target = "image")
  @Dense(units = 64)
  Tensor copy();
}
