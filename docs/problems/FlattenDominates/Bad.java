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

    @Conv2D(filters = 32, kernelSize = 3, padding = SAME, activation = RELU)
    Tensor edges();

    @Conv2D(filters = 32, kernelSize = 3, activation = RELU)
    Tensor strokes();

    @MaxPooling2D
    Tensor coarse();

    @Flatten
    Tensor flat();

    @Dense(units = 512, activation = RELU)
  //^ [FlattenDominates] flat [5408] → hidden: 2,769,408 of 2,784,106 parameters, 99 %
    Tensor hidden();

    @Output(loss = CATEGORICAL_CROSSENTROPY)
    @Dense(units = 10, activation = SOFTMAX)
    Tensor digit();
  }

  @Network
  interface Photographs {
    @Input(shape = {100, 100, 3})
    Tensor image();

    @Flatten
    Tensor flat();

    @Dense(units = 64, activation = RELU)
  //^ [FlattenDominates] flat [30000] → hidden: 1,920,064 of 1,920,714 parameters, 99 %
    Tensor hidden();

    @Output(loss = CATEGORICAL_CROSSENTROPY)
    @Dense(units = 10, activation = SOFTMAX)
    Tensor kind();
  }
}
