import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = {8, 8})
  Tensor image();

  @Flatten
  Tensor pixels();

  @Dense(units = 8, activation = RELU)
  Tensor code();

  @Output(loss = MEAN_SQUARED_ERROR, target = "image")
  //                                          ^ [TargetRowShape] image is [8, 8] but a target of copy is [64]
  @Dense(units = 64)
  Tensor copy();
}
