import static org.synapt.annotations.ActivationFunction.SIGMOID;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Loss.BINARY_CROSSENTROPY;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Good {
  @Input(shape = 8)
  Tensor x();

  @Output(loss = CATEGORICAL_CROSSENTROPY, classes = 10)
  @Dense(units = 10, activation = SOFTMAX)
  Tensor digit(Tensor x);

  @Output(loss = BINARY_CROSSENTROPY, classes = 1)
  @Dense(units = 1, activation = SIGMOID)
  Tensor ill(Tensor x);

  /** A number from 0 to 1 that is no class. */
  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1, activation = SIGMOID)
  Tensor brightness(Tensor x);

  @SuppressWarnings("RegressionLossOnClasses")
  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 3, activation = SOFTMAX)
  Tensor mixture(Tensor x);
}
