import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Add;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Good {
  @Input(shape = 32)
  Tensor size();

  @Input(shape = {16, 1})
  Tensor tone();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Add
  Tensor sum(Tensor size, Tensor tone);
}
