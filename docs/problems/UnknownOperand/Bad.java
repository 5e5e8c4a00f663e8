import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = 12)
  Tensor measures();

  @Dense(units = 32, activation = RELU)
  Tensor size(Tensor measure);
  //                 ^ [UnknownOperand] no value named measure is declared above

  @Dense(units = 8)
  Layer encoder();

  @Apply
  Tensor code(Layer encodr, Tensor measures);
  //                ^ [UnknownOperand] no layer named encodr is declared above

  @Dense(units = 32)
  Tensor tone(Tensor nowhere);
  //                 ^ [UnknownOperand] no value named nowhere is declared above

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price(Tensor measures);
}
