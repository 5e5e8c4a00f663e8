import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = 12)
  Tensor measures();

  @Dens(units = 3)
//^ [UnknownLayer] there is no layer @Dens
  Tensor hidden();

  @Merge
//^ [UnknownLayer] there is no layer @Merge
  Tensor both(Tensor measures, Tensor hidden);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price(Tensor measures);
}
