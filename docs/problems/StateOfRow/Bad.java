import static org.synapt.annotations.Direction.FORWARD;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;
import static org.synapt.annotations.StateKind.CELL;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = {12, 3})
  Tensor measures();

  @GRU(units = 8)
  Tensor code();

  @State(CELL)
  //     ^ [StateOfRow] code is of @GRU, which has no cell state
  Tensor cell(Tensor code);

  @State(direction = FORWARD)
  //                 ^ [StateOfRow] code reads in one direction
  Tensor forward(Tensor code);

  @Dropout(rate = 0.5)
  Tensor kept(Tensor code);

  @State
  Tensor hidden(Tensor kept);
  //                   ^ [StateOfRow] kept is no recurrent row, but of @Dropout

  @Concatenate
  Tensor all(Tensor cell, Tensor forward, Tensor hidden);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level();
}
