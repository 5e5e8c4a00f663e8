import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.ActivationFunction.SIGMOID;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.ActivationFunction.TANH;
import static org.synapt.annotations.Initializer.HE_NORMAL;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

final class Good {
  @Network
  interface Digits {
    @Input(shape = 784)
    Tensor pixels();

    @Dense(units = 100, activation = RELU, kernelInitializer = @Initialize(HE_NORMAL))
    Tensor hidden1();

    @Dense(units = 100, activation = SIGMOID)
    Tensor hidden2();

    @Dense(units = 100, activation = SIGMOID)
    Tensor hidden3();

    @Output(loss = CATEGORICAL_CROSSENTROPY)
    @Dense(units = 10, activation = SOFTMAX)
    Tensor digit();
  }

  /** Every row has a way around it. */
  @Network
  interface Residual {
    @Input(shape = 8)
    Tensor measures();

    @Bent
    @Repeat(20)
    Tensor trunk();

    @Output(loss = MEAN_SQUARED_ERROR)
    @Dense(units = 1)
    Tensor price();
  }

  @Block
  @interface Bent {
    interface Body {
      @Input
      Tensor x();

      @Dense(units = 8, activation = TANH)
      Tensor bent(Tensor x);

      @Add
      Tensor sum(Tensor x, Tensor bent);
    }
  }

  @Network
  @SuppressWarnings("VanishingGradient")
  interface Meant {
    @Input(shape = 8)
    Tensor measures();

    @Dense(units = 8, activation = SIGMOID)
    @Repeat(5)
    Tensor deep();

    @Output(loss = MEAN_SQUARED_ERROR)
    @Dense(units = 1)
    Tensor price();
  }
}
