import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.ActivationFunction.SIGMOID;
import static org.synapt.annotations.Initializer.RANDOM_NORMAL;
import static org.synapt.annotations.Initializer.RANDOM_UNIFORM;
import static org.synapt.annotations.Initializer.ZEROS;
import static org.synapt.annotations.Loss.BINARY_CROSSENTROPY;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

final class Bad {
  @Network
  interface Diabetes {
    @Input(shape = 8)
    Tensor measures();

    @Dense(units = 12, activation = RELU, kernelInitializer = @Initialize(RANDOM_UNIFORM))
    //                                                        ^ [SmallInitializer] hidden1, hidden2 start so small that 1/245 of a signal passes
    Tensor hidden1();

    @Dense(units = 8, activation = RELU, kernelInitializer = @Initialize(RANDOM_UNIFORM))
    Tensor hidden2();

    @Output(loss = BINARY_CROSSENTROPY)
    @Dense(units = 1, activation = SIGMOID, kernelInitializer = @Initialize(RANDOM_UNIFORM))
    Tensor diabetes();
  }

  @Network
  interface Price {
    @Input(shape = 100)
    Tensor measures();

    @Dense(
        units = 12,
        activation = RELU,
        kernelInitializer = @Initialize(value = RANDOM_NORMAL, stddev = 0.001))
    //                      ^ [SmallInitializer] hidden starts so small that 1/141 of a signal passes
    Tensor hidden();

    @Dense(units = 8, kernelInitializer = @Initialize(ZEROS))
    //                                    ^ [SmallInitializer] sum starts so small that nothing of a signal passes
    Tensor sum(Tensor measures);

    @Activation(RELU)
    Tensor positive();

    @Concatenate
    Tensor both(Tensor hidden, Tensor positive);

    @Output(loss = MEAN_SQUARED_ERROR)
    @Dense(units = 1)
    Tensor price();
  }
}
