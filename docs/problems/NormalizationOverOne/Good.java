import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.BatchNormalization;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Flatten;
import org.synapt.annotations.Input;
import org.synapt.annotations.LayerNormalization;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Good {
  @Input(shape = {4, 1})
  Tensor x();

  @LayerNormalization(axis = {0, 1})
  Tensor even();

  @BatchNormalization
  Tensor normal();

  @Flatten
  Tensor flat();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor y();
}
