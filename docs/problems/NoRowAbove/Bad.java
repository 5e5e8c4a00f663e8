import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Dense(units = 32, activation = RELU)
//^ [NoRowAbove] hidden takes the row directly above, and there is none
  Tensor hidden();

  @Input(shape = 12)
  Tensor measures();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price(Tensor measures);
}
