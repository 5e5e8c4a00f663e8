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
  @Input(shape = {28, 28, 3})
  Tensor image();

  @Conv2D(filters = 8, kernelSize = 3, groups = 2, activation = RELU)
  //                                            ^ [GroupsDoNotDivide] groups = 2 does not divide the 3 channels of image [28, 28, 3]
  Tensor edges(Tensor image);

  @Conv2D(filters = 8, kernelSize = 3, groups = 3, activation = RELU)
  //                                            ^ [GroupsDoNotDivide] groups = 3 does not divide filters = 8
  Tensor parts(Tensor image);

  @Flatten
  Tensor edgesFlat(Tensor edges);

  @Flatten
  Tensor partsFlat(Tensor parts);

  @Concatenate
  Tensor all(Tensor edgesFlat, Tensor partsFlat);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level();
}
