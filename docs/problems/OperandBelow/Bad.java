import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = 12)
  Tensor measures();

  @Add
  Tensor sum(Tensor measures, Tensor scaled);
  //                                 ^ [OperandBelow] scaled is declared below

  @Dense(units = 12)
  Tensor scaled(Tensor scaled);
  //                   ^ [OperandBelow] scaled takes itself

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price(Tensor measures);
}
