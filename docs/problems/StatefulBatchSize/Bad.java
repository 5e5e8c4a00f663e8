import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = {12, 3})
  Tensor piece();

  @LSTM(units = 8, stateful = true)
  //                          ^ [StatefulBatchSize] memory keeps states for every example of a batch, but no input says how many there are
  Tensor memory();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level();
}
