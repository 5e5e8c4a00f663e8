import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = 12)
  Tensor measures();

  @Dense(units = 8)
  @Repeat(3)
//^ [BlockChangesShape] deep makes [8] of [12], so that no second copy can follow
  Tensor deep();

  @Narrow
  @Repeat(2)
//^ [BlockChangesShape] narrow makes [4] of [12], so that no second copy can follow
  Tensor narrow(Tensor measures);

  @Block
  @interface Narrow {
    interface Body {
      @Input
      Tensor x();

      @Dense(units = 4)
      Tensor y();
    }
  }

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price(Tensor measures);
}
