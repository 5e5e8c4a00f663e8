import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

final class Good {
  @Block
  @interface Hidden {
    interface Body {
      @Input
      Tensor x();

      @Dense(units = 4)
      Tensor y(Tensor x);
    }
  }

  @Network
  interface Price {
    @Input(shape = 12)
    Tensor measures();

    @Output(loss = MEAN_SQUARED_ERROR)
    @Hidden
    Tensor price();
  }
}
