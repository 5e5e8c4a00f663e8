import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Initializer.ONES;
import static org.synapt.annotations.Initializer.TRUNCATED_NORMAL;
import static org.synapt.annotations.Loss.HUBER;

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
      units = 4,
      activation = RELU,
      kernelInitializer = @Initialize(value = TRUNCATED_NORMAL, stddev = 0.1),
      biasInitializer = @Initialize(ONES))
  Tensor hidden();

  @Output(loss = HUBER, delta = 2)
  @Dense(units = 1)
  Tensor y();
}
