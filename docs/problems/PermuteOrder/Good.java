import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Permute;
import org.synapt.annotations.Tensor;

@Network
interface Good {
  @Input(shape = {2, 3})
  Tensor x();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Permute(dims = {1, 0})
  Tensor turned();
}
