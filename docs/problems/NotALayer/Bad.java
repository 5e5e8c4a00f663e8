import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = 12)
  Tensor measures();

  @Input(shape = 12)
//^ [NotALayer] more returns Layer, but @Input declares none
  Layer more();

  @Formula("x * x")
//^ [NotALayer] square returns Layer, but @Formula declares none
  Layer square();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price(Tensor measures);
}
