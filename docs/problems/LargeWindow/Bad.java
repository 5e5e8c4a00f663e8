import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;
import static org.synapt.annotations.Padding.SAME;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = {64, 64, 3})
  Tensor image();

  @Conv2D(filters = 64, kernelSize = 7, strides = 2, padding = SAME, activation = RELU)
  Tensor colours();

  @Conv2D(filters = 64, kernelSize = 7, padding = SAME, activation = RELU)
  //                                 ^ [LargeWindow] shapes weighs windows of 7x7 with 200,704 numbers; 3 layers of 3x3 see as much with 110,592
  Tensor shapes();

  @Conv2D(filters = 64, kernelSize = {5, 5}, padding = SAME, activation = RELU)
  //                                 ^ [LargeWindow] parts weighs windows of 5x5 with 102,400 numbers; 2 layers of 3x3 see as much with 73,728
  Tensor parts();

  @GlobalAveragePooling2D
  Tensor features();

  @Output(loss = CATEGORICAL_CROSSENTROPY)
  @Dense(units = 10, activation = SOFTMAX)
  Tensor kind();
}
