import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = 12)
  Tensor measures();

  @Dense(units = 8)
  Layer encoder();

  @Apply
//^ [ApplyWithoutLayer] code names no layer to apply
  Tensor code();

  @Apply
  Tensor other(Tensor measures, Layer encoder);
  //                  ^ [ApplyWithoutLayer] other names no layer to apply

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price(Tensor measures);
}
