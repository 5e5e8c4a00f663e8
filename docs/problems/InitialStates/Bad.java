import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = {12, 3})
  Tensor said();

  @LSTM(units = 8)
  Tensor meaning(Tensor said);

  @Input(shape = {9, 2}, batchSize = 32)
  Tensor before();

  @LSTM(units = 8)
  Tensor answer(Tensor before, Tensor meaning);
  //                                  ^ [InitialStates] lstm begins with hidden, cell states, but answer has 1 beside its sequence

  @GRU(units = 6)
  Tensor reply(Tensor before, Tensor meaning);
  //                                 ^ [InitialStates] the hidden state of reply is [6], but meaning is [8]

  @Bidirectional
  @GRU(units = 8)
  Tensor both(Tensor before, Tensor meaning);
  //                                ^ [InitialStates] gru begins with forward hidden, backward hidden states, but both has 1 beside its sequence

  @GRU(units = 8, stateful = true)
  Tensor further(Tensor before, Tensor meaning);
  //                                   ^ [InitialStates] further begins with the states it ended with, and with meaning too

  @Concatenate
  Tensor all(Tensor answer, Tensor reply, Tensor both, Tensor further);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level();
}
