import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Dot;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Good {
  @Input(shape = 8)
  Tensor left();

  @Input(shape = {4, 8})
  Tensor right();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dot(axes = {0, 1})
  Tensor product(Tensor left, Tensor right);
}
