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
  @Input(shape = {8, 9, 1})
  Tensor image();

  @MaxPooling2D(strides = {2, 3})
  //                      ^ [StrideLargerThanWindow] no window looks at 1 of every 3 columns: strides = [2, 3] with poolSize = 2
  Tensor small();

  @Flatten
  Tensor flat();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level();
}
