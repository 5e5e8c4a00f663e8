import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Cropping1D;
import org.synapt.annotations.Cropping2D;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Flatten;
import org.synapt.annotations.Input;
import org.synapt.annotations.MaxPooling2D;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = {28, 20, 1})
  Tensor image();

  @MaxPooling2D
  Tensor small();

  @Cropping2D(cropping = {2, 2, 5, 5})
  //                     ^ [CroppingLeavesNothing] nothing is left of small [14, 10, 1]: columns 10 - 5 - 5 = 0
  Tensor middle();

  @Flatten
  Tensor flat();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level();

  @Input(shape = {2, 3})
  Tensor steps();

  @Cropping1D
//^ [CroppingLeavesNothing] nothing is left of steps [2, 3]: positions 2 - 1 - 1 = 0
  Tensor inner();

  @Flatten
  Tensor innerFlat();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor pitch();
}
