import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;
import static org.synapt.annotations.Padding.CAUSAL;

import org.synapt.annotations.AveragePooling1D;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Flatten;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface BadPooling {
  @Input(shape = {100, 2})
  Tensor sound();

  @AveragePooling1D(padding = CAUSAL)
  //                          ^ [CausalPadding] padding = CAUSAL is not for averagePooling1D
  Tensor smooth();

  @Flatten
  Tensor flat();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor pitch();
}
