import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Block.OF_BLOCK;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface BadPadding {
  @Input(shape = {28, 28, 1})
  Tensor image();

  @Edges(kernelSize = 3.0, strides = {1, 2}, padding = RELU)
  Tensor edges();

  @Block
  @interface Edges {
    double kernelSize();

    int[] strides();

    ActivationFunction padding();

    interface Body {
      @Input
      Tensor x();

      @Conv2D(filters = 8, kernelSize = OF_BLOCK, padding = Padding.OF_BLOCK)
      //                                ^ [OfBlockMemberType] kernelSize is OF_BLOCK, but kernelSize of @Edges is of type double
      //                                                           ^ [OfBlockMemberType] padding is OF_BLOCK, but padding of @Edges is of type ActivationFunction
      Tensor y(Tensor x);

      @Conv2D(filters = 8, kernelSize = 3, strides = {1, OF_BLOCK})
      //                                             ^ [OfBlockMemberType] strides is OF_BLOCK, but strides of @Edges is of type int[]
      Tensor z(Tensor x);
    }
  }

  @Flatten
  Tensor flat(Tensor image);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level();
}
