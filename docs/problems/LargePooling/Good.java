import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;
import static org.synapt.annotations.Padding.SAME;

import org.synapt.annotations.*;

final class Good {
  @Network
  interface Stepwise {
    @Input(shape = {32, 32, 3})
    Tensor image();

    @Conv2D(filters = 32, kernelSize = 3, padding = SAME, activation = RELU)
    Tensor edges();

    @MaxPooling2D
    Tensor coarse();

    @Conv2D(filters = 32, kernelSize = 3, padding = SAME, activation = RELU)
    Tensor parts();

    @MaxPooling2D
    Tensor coarser();

    @Flatten
    Tensor flat();

    @Output(loss = CATEGORICAL_CROSSENTROPY)
    @Dense(units = 10, activation = SOFTMAX)
    Tensor kind();
  }

  /** One window of all there is. */
  @Network
  interface Whole {
    @Input(shape = {8, 8, 64})
    Tensor features();

    @AveragePooling2D(poolSize = 8)
    Tensor mean();

    @Flatten
    Tensor flat();

    @Output(loss = CATEGORICAL_CROSSENTROPY)
    @Dense(units = 10, activation = SOFTMAX)
    Tensor kind();
  }

  @Network
  interface Meant {
    @Input(shape = {32, 32, 3})
    Tensor image();

    @SuppressWarnings("LargePooling")
    @AveragePooling2D(poolSize = 4)
    Tensor thumbnail();

    @Flatten
    Tensor flat();

    @Output(loss = CATEGORICAL_CROSSENTROPY)
    @Dense(units = 10, activation = SOFTMAX)
    Tensor kind();
  }
}
