import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;
import static org.synapt.annotations.Padding.SAME;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = {32, 32, 3})
  Tensor image();

  @Conv2D(filters = 32, kernelSize = 3, padding = SAME, activation = RELU)
  Tensor edges();

  @MaxPooling2D(poolSize = 4)
  //                       ^ [LargePooling] coarse makes one of each 4x4 = 16 values at once
  Tensor coarse();

  @Flatten
  Tensor flat();

  @Output(loss = CATEGORICAL_CROSSENTROPY)
  @Dense(units = 10, activation = SOFTMAX)
  Tensor kind();
}
