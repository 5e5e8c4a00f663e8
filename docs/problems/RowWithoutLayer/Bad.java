import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = 12)
  Tensor measures();

  Tensor hidden();
  //     ^ [RowWithoutLayer] hidden has no layer

  @Output(loss = MEAN_SQUARED_ERROR)
  Tensor price(Tensor measures);
  //     ^ [RowWithoutLayer] price has no layer
}
