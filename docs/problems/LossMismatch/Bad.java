import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.ActivationFunction.SIGMOID;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.ActivationFunction.TANH;
import static org.synapt.annotations.Loss.BINARY_CROSSENTROPY;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;
import static org.synapt.annotations.Loss.HINGE;
import static org.synapt.annotations.Loss.KULLBACK_LEIBLER_DIVERGENCE;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;
import static org.synapt.annotations.Loss.POISSON;

import org.synapt.annotations.Dense;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = 8)
  Tensor x();

  @Output(loss = CATEGORICAL_CROSSENTROPY)
  //             ^ [LossMismatch] categorical_crossentropy needs shares that sum to 1, but plain is linear
  @Dense(units = 3)
  Tensor plain(Tensor x);

  @Output(loss = CATEGORICAL_CROSSENTROPY)
  //             ^ [LossMismatch] categorical_crossentropy needs shares that sum to 1, but several is sigmoid
  @Dense(units = 3, activation = SIGMOID)
  Tensor several(Tensor x);

  @Output(loss = BINARY_CROSSENTROPY)
  //             ^ [LossMismatch] binary_crossentropy needs probabilities from 0 to 1, each by itself, but one is softmax
  @Dense(units = 3, activation = SOFTMAX)
  Tensor one(Tensor x);

  @Output(loss = BINARY_CROSSENTROPY)
  //             ^ [LossMismatch] binary_crossentropy needs probabilities from 0 to 1, each by itself, but positive is relu
  @Dense(units = 1, activation = RELU)
  Tensor positive(Tensor x);

  @Output(loss = CATEGORICAL_CROSSENTROPY, fromLogits = true)
  //                                                    ^ [LossMismatch] categorical_crossentropy is to apply the activation itself, but twice is softmax
  @Dense(units = 3, activation = SOFTMAX)
  Tensor twice(Tensor x);

  @Output(loss = HINGE)
  //             ^ [LossMismatch] hinge tells targets -1 and 1 apart, but side is sigmoid
  @Dense(units = 1, activation = SIGMOID)
  Tensor side(Tensor x);

  @Output(loss = POISSON)
  //             ^ [LossMismatch] poisson needs a prediction above 0, but count is linear
  @Dense(units = 1)
  Tensor count(Tensor x);

  @Output(loss = KULLBACK_LEIBLER_DIVERGENCE)
  //             ^ [LossMismatch] kullback_leibler_divergence compares numbers from 0 to 1, but shares is tanh
  @Dense(units = 3, activation = TANH)
  Tensor shares(Tensor x);

  @Output(loss = MEAN_SQUARED_ERROR)
  //             ^ [LossMismatch] mean_squared_error wants to move every prediction, but price is relu
  @Dense(units = 1, activation = RELU)
  Tensor price(Tensor x);
}
