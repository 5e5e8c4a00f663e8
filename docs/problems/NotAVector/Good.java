import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Dense;
import org.synapt.annotations.Flatten;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.RepeatVector;
import org.synapt.annotations.Tensor;

@Network
interface Good {
  @Input(shape = {8, 4})
  Tensor x();

  @Flatten
  Tensor flat();

  @RepeatVector(n = 3)
  Tensor repeated();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor y();
}
