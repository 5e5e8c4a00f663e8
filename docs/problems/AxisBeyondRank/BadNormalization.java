import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Add;
import org.synapt.annotations.BatchNormalization;
import org.synapt.annotations.Input;
import org.synapt.annotations.LayerNormalization;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Reshape;
import org.synapt.annotations.Tensor;

@Network
interface BadNormalization {
  @Input(shape = {2, 3})
  Tensor x();

  @BatchNormalization(axis = 2)
  //                         ^ [AxisBeyondRank] axis = 2 would be the last axis of x [2, 3] if the batch counted
  Tensor columns(Tensor x);

  @LayerNormalization(axis = {-1, -3})
  //                         ^ [AxisBeyondRank] axis = -3 would be the batch of x [2, 3]
  Tensor rows(Tensor x);

  @Input(shape = 1)
  Tensor one();

  @Reshape(targetShape = {})
  Tensor number(Tensor one);

  @BatchNormalization
//^ [AxisBeyondRank] axis = -1, but number [] has no axis
  Tensor normal(Tensor number);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Add
  Tensor all(Tensor columns, Tensor rows, Tensor normal);
}
