import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;
import static org.synapt.annotations.Padding.SAME;

import org.synapt.annotations.*;

final class Bad {
  @Network
  interface Digits {
    @Input(shape = {28, 28, 1})
    Tensor image();

    @Conv2D(filters = 16, kernelSize = 3, activation = RELU)
    Tensor edges();

    @MaxPooling2D
    Tensor coarse();

    @Conv2D(filters = 32, kernelSize = 3, activation = RELU)
    Tensor strokes();

    @MaxPooling2D(poolSize = 2)
    //                       ^ [OddSideBeforePooling] coarser takes rows of strokes [11, 11, 32] by 2 and leaves one out
    Tensor coarser();

    @Flatten
    Tensor flat();

    @Output(loss = CATEGORICAL_CROSSENTROPY)
    @Dense(units = 10, activation = SOFTMAX)
    Tensor digit();
  }

  @Network
  interface Photographs {
    @Input(shape = {30, 40, 3})
    Tensor image();

    @Conv2D(filters = 16, kernelSize = 3, padding = SAME, activation = RELU)
    Tensor edges();

    @MaxPooling2D
    Tensor coarse();

    @Conv2D(filters = 32, kernelSize = 3, padding = SAME, activation = RELU)
    Tensor textures();

    @MaxPooling2D
  //^ [OddSideBeforePooling] coarser takes rows of textures [15, 20, 32] by 2 and leaves one out
    Tensor coarser();

    @GlobalAveragePooling2D
    Tensor features();

    @Output(loss = CATEGORICAL_CROSSENTROPY)
    @Dense(units = 10, activation = SOFTMAX)
    Tensor kind();
  }
}
