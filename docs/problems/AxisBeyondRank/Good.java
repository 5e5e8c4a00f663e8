import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Concatenate;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Softmax;
import org.synapt.annotations.Tensor;

@Network
interface Good {
  @Input(shape = {2, 3})
  Tensor x();

  @Dense(units = 3)
  Tensor same(Tensor x);

  @Concatenate(axis = 1)
  Tensor joined(Tensor x, Tensor same);

  @Softmax(axis = -2)
  Tensor shares();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level();
}
