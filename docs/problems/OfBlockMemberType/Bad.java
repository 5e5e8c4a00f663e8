import static org.synapt.annotations.Block.OF_BLOCK;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = 12)
  Tensor measures();

  @Hidden(units = 32.0, activation = "relu", rate = 1)
  Tensor hidden();

  @Block
  @interface Hidden {
    double units();

    String activation();

    long rate();

    interface Body {
      @Input
      Tensor x();

      @Dense(units = OF_BLOCK, activation = ActivationFunction.OF_BLOCK)
      //             ^ [OfBlockMemberType] units is OF_BLOCK, but units of @Hidden is of type double
      //                                                      ^ [OfBlockMemberType] activation is OF_BLOCK, but activation of @Hidden is of type java.lang.String
      Tensor y(Tensor x);

      @Dropout(rate = OF_BLOCK)
      //              ^ [OfBlockMemberType] rate is OF_BLOCK, but rate of @Hidden is of type long
      Tensor kept(Tensor x);
    }
  }

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price(Tensor measures);
}
