import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = 12)
  Tensor measures();

  @Dense(units = 32)
  Tensor hidden(Tensor measures, int units);
  //                                 ^ [OperandType] the operand units of hidden is of type int

  @Add
  Tensor sum(Tensor... measures);
  //                   ^ [OperandType] the operand measures of sum is of type Tensor[]

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price(Object measures);
  //                  ^ [OperandType] the operand measures of price is of type java.lang.Object
}
