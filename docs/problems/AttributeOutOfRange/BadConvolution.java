import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;
import static org.synapt.annotations.Padding.SAME;

import org.synapt.annotations.Concatenate;
import org.synapt.annotations.Conv2D;
import org.synapt.annotations.Conv2DTranspose;
import org.synapt.annotations.Dense;
import org.synapt.annotations.DepthwiseConv2D;
import org.synapt.annotations.Flatten;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.SeparableConv2D;
import org.synapt.annotations.Tensor;

@Network
interface BadConvolution {
  @Input(shape = {1, 8, 4})
  Tensor image();

  @Conv2D(filters = 0, kernelSize = {3, -3}, groups = -1)
  //                ^ [AttributeOutOfRange] filters = 0 is below 1
  //                                ^ [AttributeOutOfRange] kernelSize = [3, -3] holds a number below 1
  //                                                  ^ [AttributeOutOfRange] groups = -1 is below 1
  Tensor none(Tensor image);

  @DepthwiseConv2D(kernelSize = 1, depthMultiplier = 0)
  //                                                 ^ [AttributeOutOfRange] depthMultiplier = 0 is below 1
  Tensor fewer(Tensor image);

  @SeparableConv2D(filters = 4, kernelSize = 1, strides = 0)
  //                                                      ^ [AttributeOutOfRange] strides = 0 is below 1
  Tensor still(Tensor image);

  @Conv2DTranspose(filters = 4, kernelSize = 4, strides = 2, outputPadding = 2)
  //                                                                         ^ [AttributeOutOfRange] outputPadding = 2 is not below strides = 2
  Tensor wider(Tensor image);

  @Conv2DTranspose(filters = 4, kernelSize = 4, strides = 2, padding = SAME, outputPadding = 0)
  //                                                                                         ^ [AttributeOutOfRange] outputPadding = 0 leaves lost without rows: (1 - 1) · 2 + 4 mod 2 + 0 = 0
  Tensor lost(Tensor image);

  @Concatenate
  Tensor all(Tensor none, Tensor fewer, Tensor still, Tensor wider, Tensor lost);

  @Flatten
  Tensor flat();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level();
}
