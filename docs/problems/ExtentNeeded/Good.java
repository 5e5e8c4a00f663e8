import static org.synapt.annotations.ActivationFunction.SIGMOID;
import static org.synapt.annotations.Input.ANY;
import static org.synapt.annotations.Input.ANY_2;
import static org.synapt.annotations.Loss.BINARY_CROSSENTROPY;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Dense;
import org.synapt.annotations.Dot;
import org.synapt.annotations.GlobalMaxPooling1D;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Good {
  @Input(shape = {ANY, 16})
  Tensor words();

  @Dense(units = 8)
  Tensor hidden();

  @GlobalMaxPooling1D
  Tensor most(Tensor hidden);

  @Output(loss = BINARY_CROSSENTROPY)
  @Dense(units = 1, activation = SIGMOID)
  Tensor spam(Tensor most);

  @Input(shape = {ANY, ANY_2})
  Tensor scores();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dot(axes = 0)
  Tensor mixed(Tensor scores, Tensor hidden);
}
