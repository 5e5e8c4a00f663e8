import static org.synapt.annotations.ActivationFunction.SIGMOID;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Loss.BINARY_CROSSENTROPY;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;

import org.synapt.annotations.Dense;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = 784)
  Tensor pixels();

  @Output(loss = CATEGORICAL_CROSSENTROPY, classes = 10)
  //                                                 ^ [ClassesMismatch] classes = 10, but digit is [9]
  @Dense(units = 9, activation = SOFTMAX)
  Tensor digit(Tensor pixels);

  @Output(loss = BINARY_CROSSENTROPY, classes = 2)
  //                                            ^ [ClassesMismatch] classes = 2, but even is [1]
  @Dense(units = 1, activation = SIGMOID)
  Tensor even(Tensor pixels);
}
