import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.ActivationFunction.SIGMOID;
import static org.synapt.annotations.Initializer.HE_NORMAL;
import static org.synapt.annotations.Initializer.RANDOM_UNIFORM;
import static org.synapt.annotations.Loss.BINARY_CROSSENTROPY;

import org.synapt.annotations.*;

final class Good {
  @Network
  interface Diabetes {
    @Input(shape = 8)
    Tensor measures();

    @Dense(units = 12, activation = RELU, kernelInitializer = @Initialize(HE_NORMAL))
    Tensor hidden1();

    @Dense(units = 8, activation = RELU, kernelInitializer = @Initialize(HE_NORMAL))
    Tensor hidden2();

    @Output(loss = BINARY_CROSSENTROPY)
    @Dense(units = 1, activation = SIGMOID)
    Tensor diabetes();
  }

  /** Where a layer takes many values, small weights are what it needs. */
  @Network
  interface Wide {
    @Input(shape = 784)
    Tensor pixels();

    @Dense(units = 500, activation = RELU, kernelInitializer = @Initialize(RANDOM_UNIFORM))
    Tensor hidden();

    @Output(loss = BINARY_CROSSENTROPY)
    @Dense(units = 1, activation = SIGMOID)
    Tensor round();
  }
}
