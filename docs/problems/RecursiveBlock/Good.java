import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

final class Good {
  @Block
  @interface Deep {
    interface Body {
      @Input
      Tensor x();

      @Dense(units = 12, activation = RELU)
      Tensor y(Tensor x);
    }
  }

  @Network
  interface Price {
    @Input(shape = 12)
    Tensor measures();

    @Deep
    @Repeat(4)
    Tensor deep();

    @Output(loss = MEAN_SQUARED_ERROR)
    @Dense(units = 1)
    Tensor price();
  }
}
