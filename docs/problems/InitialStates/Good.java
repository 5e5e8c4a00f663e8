import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;
import static org.synapt.annotations.StateKind.CELL;

import org.synapt.annotations.*;

@Network
interface Good {
  @Input(shape = {12, 3})
  Tensor said();

  @LSTM(units = 8)
  Tensor meaning(Tensor said);

  @State(CELL)
  Tensor cell(Tensor meaning);

  @Input(shape = {9, 2}, batchSize = 32)
  Tensor before();

  @LSTM(units = 8)
  Tensor answer(Tensor before, Tensor meaning, Tensor cell);

  @GRU(units = 8)
  Tensor reply(Tensor before, Tensor meaning);

  @Bidirectional
  @GRU(units = 8)
  Tensor both(Tensor before, Tensor meaning, Tensor cell);

  @GRU(units = 8, stateful = true)
  Tensor further(Tensor before);

  @Concatenate
  Tensor all(Tensor answer, Tensor reply, Tensor both, Tensor further);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level();
}
