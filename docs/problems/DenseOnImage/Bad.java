import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Dense;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = {28, 28, 1})
  Tensor image();

  @Dense(units = 64, activation = RELU)
//^ [DenseOnImage] hidden is dense on the last axis of image [28, 28, 1] alone and gives [28, 28, 64]
  Tensor hidden();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor grade();
}
