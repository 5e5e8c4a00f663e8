import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Activation;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Dropout;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = 8)
  Tensor measures();

  @Dense(units = 1)
  Tensor price();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dropout(rate = 0.5)
//^ [DropoutOnOutput] kept is an output, but training drops a share of it
  Tensor kept();

  @Dense(units = 3)
  Tensor sums(Tensor measures);

  @Dropout(rate = 0.2)
//^ [DropoutOnOutput] kind is an output, but training drops a share of it in left
  Tensor left();

  @Output(loss = CATEGORICAL_CROSSENTROPY)
  @Activation(SOFTMAX)
  Tensor kind();
}
