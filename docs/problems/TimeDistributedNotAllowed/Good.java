import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Good {
  @Input(shape = {3, 10, 4})
  Tensor chapters();

  @TimeDistributed
  @LSTM(units = 5)
  Tensor codes();

  @TimeDistributed
  @State(StateKind.CELL)
  Tensor cells(Tensor codes);

  @Concatenate
  Tensor both(Tensor codes, Tensor cells);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level();
}
