import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

final class Good {
  @Network
  interface Price {
    @Input(shape = 12)
    Tensor measures();

    @Output(loss = MEAN_SQUARED_ERROR)
    @Something
    Tensor price();
  }

  @Block
  @interface Something {
    interface Body {
      @Input
      Tensor x();

      @Dense(units = 1)
      Tensor y(Tensor x);
    }
  }
}
