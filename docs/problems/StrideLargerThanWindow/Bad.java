import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Conv2D;
import org.synapt.annotations.Conv2DTranspose;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Flatten;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = {28, 28, 1})
  Tensor image();

  @Conv2D(filters = 8, kernelSize = 3, strides = 5, activation = RELU)
  //                                             ^ [StrideLargerThanWindow] no window looks at 2 of every 5 rows: strides = 5 with kernelSize = 3
  Tensor edges();

  @Conv2DTranspose(filters = 1, kernelSize = {5, 4}, strides = 5)
  //                                                           ^ [StrideLargerThanWindow] no window writes 1 of every 5 columns of drawn: strides = 5 with kernelSize = [5, 4]
  Tensor drawn();

  @Flatten
  Tensor flat();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level();
}
