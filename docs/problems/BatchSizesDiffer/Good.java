import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Good {
  @Input(shape = {12, 3}, batchSize = 32)
  Tensor piece();

  @Input(shape = 4)
  Tensor about();

  @GRU(units = 8, stateful = true)
  Tensor memory(Tensor piece);

  @Concatenate
  Tensor all(Tensor memory, Tensor about);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level();
}
