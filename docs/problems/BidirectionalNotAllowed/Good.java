import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Good {
  @Input(shape = {12, 3})
  Tensor measures();

  @Bidirectional
  @LSTM(units = 4)
  Layer reader();

  @Apply
  Tensor read(Layer reader, Tensor measures);

  @Bidirectional
  @GRU(units = 4)
  Tensor both(Tensor measures);

  @Concatenate
  Tensor all(Tensor read, Tensor both);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level();
}
