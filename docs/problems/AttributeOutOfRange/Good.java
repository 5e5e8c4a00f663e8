import static org.synapt.annotations.ActivationFunction.TANH;
import static org.synapt.annotations.Constraint.MIN_MAX_NORM;
import static org.synapt.annotations.Initializer.RANDOM_UNIFORM;
import static org.synapt.annotations.Loss.HUBER;

import org.synapt.annotations.Constrain;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Dropout;
import org.synapt.annotations.Initialize;
import org.synapt.annotations.Input;
import org.synapt.annotations.LeakyReLU;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Regularize;
import org.synapt.annotations.Tensor;

@Network
interface Good {
  @Input(shape = 4)
  Tensor x();

  @Dense(
      units = 2,
      activation = TANH,
      kernelInitializer = @Initialize(value = RANDOM_UNIFORM, low = -0.5, high = 0.5))
  Tensor hidden();

  @Dense(
      units = 2,
      kernelRegularizer = @Regularize(l2 = 0.01),
      kernelConstraint = @Constrain(value = MIN_MAX_NORM, minValue = 0.5, maxValue = 3, rate = 0.1))
  Tensor small();

  @Dropout(rate = 0.5)
  Tensor kept();

  @LeakyReLU(alpha = 0.3)
  Tensor leaky();

  @Output(loss = HUBER, delta = 0.5, weight = 2)
  @Dense(units = 1)
  Tensor y();
}
