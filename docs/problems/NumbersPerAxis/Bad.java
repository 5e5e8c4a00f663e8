import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Concatenate;
import org.synapt.annotations.Conv1D;
import org.synapt.annotations.Conv2D;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Flatten;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.SeparableConv2D;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = {28, 28, 3})
  Tensor image();

  @Conv2D(filters = 8, kernelSize = {3, 3, 3}, activation = RELU)
  //                                ^ [NumbersPerAxis] kernelSize = [3, 3, 3] has 3 numbers, but conv2D moves along rows and columns
  Tensor edges(Tensor image);

  @SeparableConv2D(filters = 8, kernelSize = 3, strides = {})
  //                                                      ^ [NumbersPerAxis] strides = [] has 0 numbers, but separableConv2D moves along rows and columns
  Tensor parts(Tensor image);

  @Input(shape = {100, 2})
  Tensor sound();

  @Conv1D(filters = 8, kernelSize = 3, dilationRate = {2, 2})
  //                                                  ^ [NumbersPerAxis] dilationRate = [2, 2] has 2 numbers, but conv1D moves along positions
  Tensor beats();

  @Flatten
  Tensor edgesFlat(Tensor edges);

  @Flatten
  Tensor partsFlat(Tensor parts);

  @Flatten
  Tensor beatsFlat(Tensor beats);

  @Concatenate
  Tensor all(Tensor edgesFlat, Tensor partsFlat, Tensor beatsFlat);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level();
}
