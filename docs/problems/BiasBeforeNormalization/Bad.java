import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;
import static org.synapt.annotations.Padding.SAME;

import org.synapt.annotations.*;

final class Bad {
  @Network
  interface Photographs {
    @Input(shape = {32, 32, 3})
    Tensor image();

    @Conv2D(filters = 32, kernelSize = 3, padding = SAME)
  //^ [BiasBeforeNormalization] edges, hidden have biases, which the normalizations behind them take away again
    Tensor edges();

    @BatchNormalization
    Tensor edgesNormal();

    @Activation(RELU)
    Tensor edgesPositive();

    @Twice
    Tensor parts();

    @GlobalAveragePooling2D
    Tensor features();

    @Dense(units = 64)
    Tensor hidden();

    @BatchNormalization(center = false)
    Tensor hiddenNormal();

    @Activation(RELU)
    Tensor hiddenPositive();

    @Output(loss = CATEGORICAL_CROSSENTROPY)
    @Dense(units = 10, activation = SOFTMAX)
    Tensor kind();
  }

  @Block
  @interface Twice {
    interface Body {
      @Input
      Tensor x();

      @Conv2D(filters = 32, kernelSize = 3, padding = SAME, useBias = true)
      //                                                              ^ [BiasBeforeNormalization] inner has a bias, which the normalization behind it takes away again
      Tensor inner();

      @BatchNormalization
      Tensor innerNormal();

      @Activation(RELU)
      Tensor innerPositive();

      @Conv2D(filters = 32, kernelSize = 3, padding = SAME, activation = RELU)
      Tensor outer();
    }
  }
}
