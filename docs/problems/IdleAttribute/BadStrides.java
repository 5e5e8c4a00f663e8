import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Conv2D;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Flatten;
import org.synapt.annotations.Initialize;
import org.synapt.annotations.Initializer;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface BadStrides {
  @Input(shape = {7, 7, 3})
  Tensor image();

  @Conv2D(
      filters = 8,
      kernelSize = 3,
      useBias = false,
      biasInitializer = @Initialize(Initializer.ONES),
      //                ^ [IdleAttribute] a layer without bias does not use biasInitializer
      activation = RELU)
  Tensor edges();

  @Conv2D(filters = 8, kernelSize = 5, strides = 2, activation = RELU)
  //                                             ^ [IdleAttribute] strides = 2 moves nothing: one window takes in all rows and columns
  Tensor whole();

  @Flatten
  Tensor flat();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level();
}
