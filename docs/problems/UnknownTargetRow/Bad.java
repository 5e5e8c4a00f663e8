import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = 64)
  Tensor image();

  @Dense(units = 8, activation = RELU)
  Tensor code();

  @Output(loss = MEAN_SQUARED_ERROR, target = "imgae")
  //                                          ^ [UnknownTargetRow] no value named imgae is declared above
  @Dense(units = 64)
  Tensor copy();

  @Output(loss = MEAN_SQUARED_ERROR, target = "other")
  //                                          ^ [UnknownTargetRow] no value named other is declared above
  @Dense(units = 64)
  Tensor other();
}
