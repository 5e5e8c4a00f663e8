import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = 12)
  Tensor measures();

  @Input(shape = 12)
  Tensor words();
  //     ^ [UnusedRow] no row takes words

  @Dense(units = 32, activation = RELU)
  Tensor size(Tensor measures);
  //     ^ [UnusedRow] no row takes size

  @Dense(units = 8)
  Layer encoder();
  //    ^ [UnusedRow] no row applies encoder

  @Block
  @interface Wasteful {
    interface Body {
      @Input
      Tensor x();

      @Dense(units = 4)
      Tensor forgotten(Tensor x);
      //     ^ [UnusedRow] no row takes forgotten

      @Dense(units = 4)
      Tensor y(Tensor x);
    }
  }

  @Output(loss = MEAN_SQUARED_ERROR)
  @Wasteful
  Tensor price(Tensor measures);
}
