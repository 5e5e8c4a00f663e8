import static org.synapt.annotations.ActivationFunction.SIGMOID;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Good {
  @Input(shape = {12, 3})
  Tensor measures();

  @LSTM(units = 8)
  Tensor code(Tensor measures);

  @Output(loss = CATEGORICAL_CROSSENTROPY)
  @Dense(units = 4, activation = SOFTMAX)
  Tensor kind();

  @Output(loss = MEAN_SQUARED_ERROR)
  @GRU(units = 4, recurrentActivation = SIGMOID)
  Tensor level(Tensor measures);
}
