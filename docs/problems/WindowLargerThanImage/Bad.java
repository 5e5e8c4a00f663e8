import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Concatenate;
import org.synapt.annotations.Conv2D;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Flatten;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = {28, 28, 1})
  Tensor image();

  @Conv2D(filters = 8, kernelSize = 31)
  //                                ^ [WindowLargerThanImage] a window of 31 rows does not fit into the 28 of image [28, 28, 1]: 28 - 31 + 1 = -2
  Tensor large(Tensor image);

  @Conv2D(filters = 8, kernelSize = 5, dilationRate = 7)
  //                                                  ^ [WindowLargerThanImage] a window of 5 rows that span 29 does not fit into the 28 of image [28, 28, 1]: 28 - (5 - 1) · 7 = 0
  Tensor wide(Tensor image);

  @Conv2D(filters = 8, kernelSize = {5, 3}, strides = {4, 2}, activation = RELU)
  Tensor half(Tensor image);

  @Conv2D(filters = 8, kernelSize = 3, activation = RELU)
  Tensor less();

  @Conv2D(filters = 8, kernelSize = 5, activation = RELU)
  //                                ^ [WindowLargerThanImage] a window of 5 rows does not fit into the 4 of less [4, 11, 8]: 4 - 5 + 1 = 0
  Tensor none();

  @Flatten
  Tensor largeFlat(Tensor large);

  @Flatten
  Tensor wideFlat(Tensor wide);

  @Flatten
  Tensor noneFlat(Tensor none);

  @Concatenate
  Tensor all(Tensor largeFlat, Tensor wideFlat, Tensor noneFlat);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level();
}
