import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = 12)
  Tensor measures();

  @Dense(units = 12)
  Tensor hidden();

  @Add
  Tensor hidden(Tensor measures, Tensor hidden);
  //     ^ [OverloadedRow] there are two rows named hidden

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price(Tensor hidden);
}
