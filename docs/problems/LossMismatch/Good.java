import static org.synapt.annotations.ActivationFunction.EXPONENTIAL;
import static org.synapt.annotations.ActivationFunction.SIGMOID;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.ActivationFunction.SOFTPLUS;
import static org.synapt.annotations.ActivationFunction.TANH;
import static org.synapt.annotations.Loss.BINARY_CROSSENTROPY;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;
import static org.synapt.annotations.Loss.HINGE;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;
import static org.synapt.annotations.Loss.POISSON;

import org.synapt.annotations.Dense;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Good {
  @Input(shape = 8)
  Tensor x();

  @Output(loss = CATEGORICAL_CROSSENTROPY, fromLogits = true)
  @Dense(units = 3)
  Tensor plain(Tensor x);

  @Output(loss = CATEGORICAL_CROSSENTROPY)
  @Dense(units = 3, activation = SOFTMAX)
  Tensor one(Tensor x);

  @Output(loss = BINARY_CROSSENTROPY)
  @Dense(units = 3, activation = SIGMOID)
  Tensor several(Tensor x);

  @Output(loss = HINGE)
  @Dense(units = 1, activation = TANH)
  Tensor side(Tensor x);

  @Output(loss = POISSON)
  @Dense(units = 1, activation = EXPONENTIAL)
  Tensor count(Tensor x);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1, activation = SOFTPLUS)
  Tensor price(Tensor x);
}
