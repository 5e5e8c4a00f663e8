import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Dense;
import org.synapt.annotations.Flatten;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Good {
  @Input(shape = {256, 256})
  Tensor map();

  @Flatten
  Tensor flat();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 16)
  Tensor y();
}
