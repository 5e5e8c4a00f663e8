import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Good {
  @Input(shape = {12, 3}, batchSize = 32)
  Tensor piece();

  @LSTM(units = 8, stateful = true)
  Tensor memory();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level();
}
