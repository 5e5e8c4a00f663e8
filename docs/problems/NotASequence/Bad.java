import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = {12, 3})
  Tensor measures();

  @LSTM(units = 64)
  Tensor code();

  @LSTM(units = 32)
//^ [NotASequence] lstm reads [steps, features], but code is [64]
  Tensor trend();

  @Input(shape = {28, 28, 3})
  Tensor image();

  @GRU(units = 16)
  Tensor rows(Tensor image);
  //                 ^ [NotASequence] gru reads [steps, features], but image is [28, 28, 3]

  @Input(shape = 80)
  Tensor words();

  @SimpleRNN(units = 16)
  Tensor gist(Tensor words);
  //                 ^ [NotASequence] simpleRNN reads [steps, features], but words is [80]

  @Concatenate
  Tensor all(Tensor trend, Tensor rows, Tensor gist);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level();
}
