import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Add;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Reshape;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = 64)
  Tensor x();

  @Reshape(targetShape = {7, 7})
  //                     ^ [ReshapeSize] [7, 7] has 49 elements, but x [64] has 64
  Tensor fewer(Tensor x);

  @Reshape(targetShape = {7, -1})
  //                     ^ [ReshapeSize] [7, -1] does not divide the 64 elements of x [64]
  Tensor broken(Tensor x);

  @Reshape(targetShape = {-1, -1})
  //                     ^ [ReshapeSize] [-1, -1] leaves more than one extent to be inferred
  Tensor open(Tensor x);

  @Reshape(targetShape = {0, 64})
  //                     ^ [ReshapeSize] an extent of [0, 64] is below 1
  Tensor empty(Tensor x);

  @Dense(units = 50)
  Tensor hidden(Tensor x);

  @Reshape(targetShape = {8, 8})
  //                     ^ [ReshapeSize] [8, 8] has 64 elements, but hidden [50] has 50
  Tensor image(Tensor hidden);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Add
  Tensor all(Tensor fewer, Tensor broken, Tensor open, Tensor empty, Tensor image);
}
