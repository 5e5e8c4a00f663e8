import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Add;
import org.synapt.annotations.Formula;
import org.synapt.annotations.Input;
import org.synapt.annotations.Maximum;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Subtract;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = 32)
  Tensor size();

  @Input(shape = {16, 2})
  Tensor tone();

  @Add
  Tensor sum(Tensor size, Tensor tone);
  //                             ^ [MergeShape] size is [32] but tone is [16, 2]

  @Subtract
  Tensor difference(Tensor size, Tensor tone);
  //                                    ^ [MergeShape] size is [32] but tone is [16, 2]

  @Formula("size * tone")
  Tensor product(Tensor size, Tensor tone);
  //                                 ^ [MergeShape] size is [32] but tone is [16, 2]

  @Output(loss = MEAN_SQUARED_ERROR)
  @Maximum
  Tensor all(Tensor sum, Tensor difference, Tensor product);
}
