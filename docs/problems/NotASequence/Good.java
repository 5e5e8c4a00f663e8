import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Good {
  @Input(shape = {12, 3})
  Tensor measures();

  @LSTM(units = 64, returnSequences = true)
  Tensor code();

  @LSTM(units = 32)
  Tensor trend();

  @Input(shape = {28, 28, 3})
  Tensor image();

  @Reshape(targetShape = {28, 84})
  Tensor lines(Tensor image);

  @GRU(units = 16)
  Tensor rows(Tensor lines);

  @Input(shape = {80, 1})
  Tensor series();

  @SimpleRNN(units = 16)
  Tensor gist(Tensor series);

  @Concatenate
  Tensor all(Tensor trend, Tensor rows, Tensor gist);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level();
}
