import static org.synapt.annotations.Direction.FORWARD;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;
import static org.synapt.annotations.StateKind.CELL;

import org.synapt.annotations.*;

@Network
interface Good {
  @Input(shape = {12, 3})
  Tensor measures();

  @LSTM(units = 8)
  Tensor code(Tensor measures);

  @State(CELL)
  Tensor cell(Tensor code);

  @Bidirectional
  @GRU(units = 8)
  Tensor both(Tensor measures);

  @State(direction = FORWARD)
  Tensor forward(Tensor both);

  @State
  Tensor hidden(Tensor code);

  @Concatenate
  Tensor all(Tensor cell, Tensor forward, Tensor hidden);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level();
}
