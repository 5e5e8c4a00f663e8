import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Dense;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Reshape;
import org.synapt.annotations.Tensor;

@Network
interface Good {
  @Input(shape = 784)
  Tensor pixels();

  @Output(loss = CATEGORICAL_CROSSENTROPY, targetShape = 10)
  @Dense(units = 10, activation = SOFTMAX)
  Tensor digit(Tensor pixels);

  @Dense(units = 784)
  Tensor flat(Tensor pixels);

  @Output(loss = MEAN_SQUARED_ERROR, targetShape = {28, 28})
  @Reshape(targetShape = {28, 28})
  Tensor image();
}
