import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Reshape;
import org.synapt.annotations.Tensor;

@Network
interface Good {
  @Input(shape = 64)
  Tensor x();

  @Reshape(targetShape = {8, 8})
  Tensor image();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Reshape(targetShape = {-1, 16})
  Tensor rows();
}
