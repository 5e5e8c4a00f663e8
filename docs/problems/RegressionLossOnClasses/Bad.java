import static org.synapt.annotations.ActivationFunction.SIGMOID;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Loss.HUBER;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = 8)
  Tensor x();

  @Output(loss = MEAN_SQUARED_ERROR)
  //             ^ [RegressionLossOnClasses] mean_squared_error measures distances between numbers, but digit is softmax
  @Dense(units = 10, activation = SOFTMAX)
  Tensor digit(Tensor x);

  @Output(loss = HUBER, classes = 1)
  //             ^ [RegressionLossOnClasses] huber measures distances between numbers, but ill has classes = 1
  @Dense(units = 1, activation = SIGMOID)
  Tensor ill(Tensor x);

  @Output(loss = MEAN_SQUARED_ERROR, classes = 3)
  //             ^ [RegressionLossOnClasses] mean_squared_error measures distances between numbers, but kind has classes = 3
  @Dense(units = 3)
  Tensor kind(Tensor x);
}
