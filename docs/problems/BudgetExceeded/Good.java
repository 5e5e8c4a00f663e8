import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;

import org.synapt.annotations.*;

@Network
@Budget(parameters = 500_000, modelBytes = 0)
interface Good {
  @Input(shape = 784)
  Tensor pixels();

  @Dense(units = 384, activation = RELU)
  Tensor hidden1();

  @Dense(units = 500, activation = RELU)
  Tensor hidden2();

  @Output(loss = CATEGORICAL_CROSSENTROPY)
  @Dense(units = 10, activation = SOFTMAX)
  Tensor digit();
}
