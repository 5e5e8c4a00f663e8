import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

final class Bad {
  @Block
  @interface Hidden {
 //^ [BlockWithoutBody] @Hidden has no body
    int units();
  }

  @Network
  interface Price {
    @Input(shape = 12)
    Tensor measures();

    @Hidden(units = 3)
    Tensor hidden();

    @Output(loss = MEAN_SQUARED_ERROR)
    @Dense(units = 1)
    Tensor price(Tensor measures);
  }
}
