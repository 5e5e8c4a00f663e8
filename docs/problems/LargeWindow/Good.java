import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;
import static org.synapt.annotations.Padding.SAME;

import org.synapt.annotations.*;

@Network
interface Good {
  @Input(shape = {64, 64, 3})
  Tensor image();

  @Conv2D(filters = 64, kernelSize = 7, strides = 2, padding = SAME, activation = RELU)
  Tensor colours();

  @Repeat(3)
  @Conv2D(filters = 64, kernelSize = 3, padding = SAME, activation = RELU)
  Tensor shapes();

  @SuppressWarnings("LargeWindow")
  @Conv2D(filters = 64, kernelSize = 5, padding = SAME, activation = RELU)
  Tensor parts();

  @Conv2D(filters = 128, kernelSize = 5, padding = SAME, activation = RELU)
  Tensor more();

  @GlobalAveragePooling2D
  Tensor features();

  @Output(loss = CATEGORICAL_CROSSENTROPY)
  @Dense(units = 10, activation = SOFTMAX)
  Tensor kind();
}
