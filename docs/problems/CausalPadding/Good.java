import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;
import static org.synapt.annotations.Padding.CAUSAL;

import org.synapt.annotations.Conv1D;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Flatten;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.SeparableConv1D;
import org.synapt.annotations.Tensor;

@Network
interface Good {
  @Input(shape = {100, 2})
  Tensor sound();

  @Conv1D(filters = 8, kernelSize = 3, padding = CAUSAL, activation = RELU)
  Tensor beats();

  @SeparableConv1D(filters = 8, kernelSize = 3, padding = CAUSAL, activation = RELU)
  Tensor bars();

  @Flatten
  Tensor flat();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor pitch();
}
