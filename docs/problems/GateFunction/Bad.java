import static org.synapt.annotations.ActivationFunction.SIGMOID;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = {12, 3})
  Tensor measures();

  @Output(loss = CATEGORICAL_CROSSENTROPY)
  @LSTM(units = 4, activation = SOFTMAX)
  //                            ^ [GateFunction] SOFTMAX works along an axis, but gates work element by element
  Tensor kind(Tensor measures);

  @Output(loss = MEAN_SQUARED_ERROR)
  @GRU(units = 4, recurrentActivation = SOFTMAX)
  //                                    ^ [GateFunction] SOFTMAX works along an axis, but gates work element by element
  Tensor level(Tensor measures);
}
