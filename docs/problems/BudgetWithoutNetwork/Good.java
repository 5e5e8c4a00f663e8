import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
@Budget(parameters = 100)
interface Good {
  @Input(shape = 8)
  Tensor measures();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price();
}
