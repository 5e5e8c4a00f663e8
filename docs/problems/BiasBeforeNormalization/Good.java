import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;
import static org.synapt.annotations.Padding.SAME;

import org.synapt.annotations.*;

final class Good {
  @Network
  interface Photographs {
    @Input(shape = {32, 32, 3})
    Tensor image();

    @Conv2D(filters = 32, kernelSize = 3, padding = SAME, useBias = false)
    Tensor edges();

    @BatchNormalization
    Tensor edgesNormal();

    @Activation(RELU)
    Tensor edgesPositive();

    @Conv2D(filters = 32, kernelSize = 3, padding = SAME, activation = RELU)
    Tensor parts();

    @BatchNormalization
    Tensor partsNormal();

    @GlobalAveragePooling2D
    Tensor features();

    @SuppressWarnings("BiasBeforeNormalization")
    @Dense(units = 64)
    Tensor hidden();

    @BatchNormalization
    Tensor hiddenNormal();

    @Output(loss = CATEGORICAL_CROSSENTROPY)
    @Dense(units = 10, activation = SOFTMAX)
    Tensor kind();
  }
}
