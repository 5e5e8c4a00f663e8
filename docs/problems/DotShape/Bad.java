import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Add;
import org.synapt.annotations.Dot;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = 8)
  Tensor left();

  @Input(shape = {4, 6})
  Tensor right();

  @Dot
  Tensor last(Tensor left, Tensor right);
  //                              ^ [DotShape] axis 0 of left [8] has 8 elements, but axis 1 of right [4, 6] has 6

  @Dot(axes = {0, 0})
  //          ^ [DotShape] axis 0 of left [8] has 8 elements, but axis 0 of right [4, 6] has 4
  Tensor first(Tensor left, Tensor right);

  @Dot(axes = {0, 0, 1})
  //          ^ [DotShape] axes = [0, 0, 1] names 3 axes
  Tensor many(Tensor left, Tensor right);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Add
  Tensor all(Tensor last, Tensor first, Tensor many);
}
