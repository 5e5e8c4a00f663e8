import static org.synapt.annotations.Constraint.UNIT_NORM;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Add;
import org.synapt.annotations.Concatenate;
import org.synapt.annotations.Constrain;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Dot;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.PReLU;
import org.synapt.annotations.Softmax;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = {2, 3})
  Tensor x();

  @Dense(units = 3)
  Tensor same(Tensor x);

  @Concatenate(axis = 2)
  //                  ^ [AxisBeyondRank] axis = 2 would be the last axis of x [2, 3] if the batch counted
  Tensor joined(Tensor x, Tensor same);

  @Concatenate(axis = 7)
  //                  ^ [AxisBeyondRank] axis = 7, but x [2, 3] has 2 axes
  Tensor far(Tensor x, Tensor same);

  @Softmax(axis = -3)
  //              ^ [AxisBeyondRank] axis = -3 would be the batch of x [2, 3]
  Tensor shares(Tensor x);

  @Dot(axes = {0, 2})
  //          ^ [AxisBeyondRank] axes = 2 would be the last axis of same [2, 3] if the batch counted
  Tensor product(Tensor x, Tensor same);

  @PReLU(sharedAxes = 3)
  //                  ^ [AxisBeyondRank] sharedAxes = 3, but x [2, 3] has 2 axes
  Tensor bent(Tensor x);

  @Dense(units = 3, kernelConstraint = @Constrain(value = UNIT_NORM, axis = 2))
  //                                                                        ^ [AxisBeyondRank] axis = 2, but kept.weight [3, 3] has 2 axes
  Tensor kept(Tensor x);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Add
  Tensor all(Tensor joined, Tensor far, Tensor shares, Tensor product, Tensor bent, Tensor kept);
}
