import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Block.OF_BLOCK;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface GoodWindows {
  @Input(shape = {28, 28, 1})
  Tensor image();

  @Edges(kernelSize = {3, 5}, strides = 2, padding = Padding.SAME)
  Tensor edges();

  @Block
  @interface Edges {
    int[] kernelSize();

    int strides();

    Padding padding() default Padding.VALID;

    interface Body {
      @Input
      Tensor x();

      @Conv2D(
          filters = 8,
          kernelSize = OF_BLOCK,
          strides = {1, OF_BLOCK},
          padding = Padding.OF_BLOCK,
          activation = RELU)
      Tensor y(Tensor x);
    }
  }

  @Flatten
  Tensor flat();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level();
}
