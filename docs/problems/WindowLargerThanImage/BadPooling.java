import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Dense;
import org.synapt.annotations.Flatten;
import org.synapt.annotations.Input;
import org.synapt.annotations.MaxPooling2D;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface BadPooling {
  @Input(shape = {8, 4, 1})
  Tensor image();

  @MaxPooling2D
  Tensor half();

  @MaxPooling2D
  Tensor small();

  @MaxPooling2D
//^ [WindowLargerThanImage] a window of 2 columns does not fit into the 1 of small [2, 1, 1]: 1 - 2 + 1 = 0
  Tensor tiny();

  @MaxPooling2D(poolSize = {5, 3}, strides = 1)
  //                       ^ [WindowLargerThanImage] a window of 5 rows does not fit into the 4 of half [4, 2, 1]: 4 - 5 + 1 = 0
  Tensor wide(Tensor half);

  @Flatten
  Tensor flat(Tensor tiny);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level();

  @Flatten
  Tensor wideFlat(Tensor wide);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor other();
}
