import static org.synapt.annotations.ActivationFunction.SIGMOID;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Loss.BINARY_CROSSENTROPY;
import static org.synapt.annotations.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;

import org.synapt.annotations.Dense;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Good {
  @Input(shape = 8)
  Tensor x();

  @Output(loss = BINARY_CROSSENTROPY)
  @Dense(units = 1, activation = SIGMOID)
  Tensor yes(Tensor x);

  @Output(loss = SPARSE_CATEGORICAL_CROSSENTROPY)
  @Dense(units = 2, activation = SOFTMAX)
  Tensor one(Tensor x);
}
