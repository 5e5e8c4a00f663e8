import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Conv2D;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Flatten;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Good {
  @Input(shape = {28, 28, 1})
  Tensor image();

  @Conv2D(filters = 8, kernelSize = 3, dilationRate = 2, activation = RELU)
  Tensor wide();

  @Conv2D(filters = 8, kernelSize = 3, strides = 2, activation = RELU)
  Tensor half();

  @Flatten
  Tensor flat();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level();
}
