import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @TimeDistributed
//^ [TimeDistributedNotAllowed] parts is an input, which no layer makes
  @Input(shape = {3, 10, 4}, batchSize = 8)
  Tensor parts();

  @Input(shape = {3, 10, 4}, batchSize = 8)
  Tensor chapters();

  @TimeDistributed
  @LSTM(units = 5, stateful = true)
  //                          ^ [TimeDistributedNotAllowed] kept keeps the states of a batch, but is applied to every step of it
  Tensor kept(Tensor chapters);

  @TimeDistributed
  @LSTM(units = 5)
  Tensor codes(Tensor chapters);

  @State(StateKind.CELL)
//^ [TimeDistributedNotAllowed] codes has a state for every step
  Tensor cell(Tensor codes);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level(Tensor codes);
}
