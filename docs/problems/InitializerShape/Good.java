import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Initializer.IDENTITY;
import static org.synapt.annotations.Initializer.ONES;
import static org.synapt.annotations.Initializer.ORTHOGONAL;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Dense;
import org.synapt.annotations.Initialize;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Good {
  @Input(shape = 8)
  Tensor x();

  @Dense(
      units = 8,
      activation = RELU,
      kernelInitializer = @Initialize(ORTHOGONAL),
      biasInitializer = @Initialize(ONES))
  Tensor hidden();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 8, kernelInitializer = @Initialize(value = IDENTITY, gain = 0.5))
  Tensor same();
}
