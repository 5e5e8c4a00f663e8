import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Activation;
import org.synapt.annotations.Add;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Reshape;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = 1)
  Tensor x();

  @Reshape(targetShape = {})
  Tensor number();

  @Dense(units = 3)
  Tensor hidden(Tensor number);
  //                   ^ [MissingAxis] dense works on the last axis, but number [] has none

  @Activation(SOFTMAX)
  //          ^ [MissingAxis] softmax works along an axis, but shares [] has none
  Tensor shares(Tensor number);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Add
  Tensor all(Tensor hidden, Tensor shares);
}
