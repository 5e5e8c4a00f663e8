import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

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
}
