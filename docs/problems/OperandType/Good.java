import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Good {
  @Input(shape = 12)
  Tensor measures();

  @Dense(units = 12)
  Tensor hidden(Tensor measures);

  @Add
  Tensor sum(Tensor measures, Tensor hidden);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price();
}
