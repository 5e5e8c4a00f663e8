import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;
import static org.synapt.annotations.Padding.SAME;

import org.synapt.annotations.*;

final class Good {
  @Network
  interface Digits {
    @Input(shape = {28, 28, 1})
    Tensor image();

    @Conv2D(filters = 32, kernelSize = 3, padding = SAME, activation = RELU)
    Tensor edges();

    @Conv2D(filters = 32, kernelSize = 3, activation = RELU)
    Tensor strokes();

    @MaxPooling2D
    Tensor coarse();

    @GlobalAveragePooling2D
    Tensor features();

    @Dense(units = 512, activation = RELU)
    Tensor hidden();

    @Output(loss = CATEGORICAL_CROSSENTROPY)
    @Dense(units = 10, activation = SOFTMAX)
    Tensor digit();
  }

  @Network
  interface Meant {
    @Input(shape = {28, 28, 1})
    Tensor image();

    @Conv2D(filters = 32, kernelSize = 3, padding = SAME, activation = RELU)
    Tensor edges();

    @MaxPooling2D
    Tensor coarse();

    @Flatten
    Tensor flat();

    @SuppressWarnings("FlattenDominates")
    @Dense(units = 512, activation = RELU)
    Tensor hidden();

    @Output(loss = CATEGORICAL_CROSSENTROPY)
    @Dense(units = 10, activation = SOFTMAX)
    Tensor digit();
  }
}
