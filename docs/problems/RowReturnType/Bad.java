import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = 12)
  float[] measures();
  //      ^ [RowReturnType] measures returns float[]

  @Input(shape = 12)
  Tensor more();

  @Dense(units = 32)
  void hidden();
  //   ^ [RowReturnType] hidden returns void

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price(Tensor more);
}
