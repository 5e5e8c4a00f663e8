import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;
import static org.synapt.annotations.Padding.SAME;

import org.synapt.annotations.Add;
import org.synapt.annotations.Conv2D;
import org.synapt.annotations.Conv2DTranspose;
import org.synapt.annotations.DepthwiseConv2D;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface BadWindow {
  @Input(shape = {8, 8, 4})
  Tensor image();

  @Conv2D(filters = 4, kernelSize = 50_000, padding = SAME)
  //                                ^ [TooManyElements] wide.weight [50000, 50000, 4, 4] has 40,000,000,000 elements
  Tensor wide(Tensor image);

  @Conv2D(filters = 100_000_000, kernelSize = 3)
  //                ^ [TooManyElements] many.weight [3, 3, 4, 100000000] has 3,600,000,000 elements
  Tensor many(Tensor image);

  @DepthwiseConv2D(kernelSize = {1, 1_000_000_000}, padding = SAME)
  //                            ^ [TooManyElements] each.weight [1, 1000000000, 4, 1] has 4,000,000,000 elements
  Tensor each(Tensor image);

  @Conv2DTranspose(filters = 4, kernelSize = 2_147_483_647)
  //                                         ^ [TooManyElements] an axis of larger has 2,147,483,654 elements
  Tensor larger(Tensor image);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Add
  Tensor all(Tensor wide, Tensor many, Tensor each, Tensor larger);
}
