import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = {12, 3})
  Tensor measures();

  @Bidirectional
//^ [BidirectionalNotAllowed] @Dense does not read step by step
  @Dense(units = 4)
  Tensor code();

  @LSTM(units = 4)
  Layer reader();

  @Bidirectional
//^ [BidirectionalNotAllowed] read applies a layer that exists already
  @Apply
  Tensor read(Layer reader, Tensor measures);

  @Bidirectional
  @GRU(units = 4, goBackwards = true)
  //                            ^ [BidirectionalNotAllowed] both reads in both directions in any case
  Tensor both(Tensor measures);

  @GRU(units = 4)
  Tensor last(Tensor code);

  @Concatenate
  Tensor all(Tensor read, Tensor both, Tensor last);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level();
}
