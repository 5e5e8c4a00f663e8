import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Good {
  @Input(shape = 12)
  Tensor measures();

  @Dense(units = 32, activation = RELU)
  Tensor hidden();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price(Tensor hidden);

  static int rows() {
    return 3;
  }

  @Network
  abstract class Other {
    @Input(shape = 12)
    abstract Tensor measures();

    @Output(loss = MEAN_SQUARED_ERROR)
    @Dense(units = 1)
    abstract Tensor price(Tensor measures);
  }
}
