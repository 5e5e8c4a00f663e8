import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Block.OF_BLOCK;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Good {
  @Input(shape = 12)
  Tensor measures();

  @Hidden(units = 32)
  Tensor hidden();

  @Block
  @interface Hidden {
    int units();

    interface Body {
      @Input
      Tensor x();

      @Dense(units = OF_BLOCK, activation = RELU)
      Tensor y(Tensor x);
    }
  }

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price(Tensor hidden);
}
