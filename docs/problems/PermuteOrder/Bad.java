import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Add;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Permute;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = {2, 3})
  Tensor x();

  @Permute(dims = {2, 1})
  //              ^ [PermuteOrder] dims = [2, 1] is no order of the 2 axes of x [2, 3]
  Tensor keras(Tensor x);

  @Permute(dims = {0, 0})
  //              ^ [PermuteOrder] dims = [0, 0] is no order of the 2 axes of x [2, 3]
  Tensor twice(Tensor x);

  @Permute(dims = {0, 2, 1})
  //              ^ [PermuteOrder] dims = [0, 2, 1] is no order of the 2 axes of x [2, 3]
  Tensor many(Tensor x);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Add
  Tensor all(Tensor keras, Tensor twice, Tensor many);
}
