import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Add;
import org.synapt.annotations.Concatenate;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = 32)
  Tensor size();

  @Input(shape = {16, 2})
  Tensor tone();

  @Concatenate
  Tensor both(Tensor size, Tensor tone);
  //                              ^ [ConcatenateShape] size is [32] but tone is [16, 2]

  @Dense(units = 3)
  Tensor pitch(Tensor tone);

  @Concatenate(axis = 0)
  Tensor stacked(Tensor tone, Tensor pitch);
  //                                 ^ [ConcatenateShape] tone is [16, 2] but pitch is [16, 3]

  @Output(loss = MEAN_SQUARED_ERROR)
  @Add
  Tensor all(Tensor both, Tensor stacked);
}
