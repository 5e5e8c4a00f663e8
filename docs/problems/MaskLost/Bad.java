import static org.synapt.annotations.ActivationFunction.SIGMOID;
import static org.synapt.annotations.Loss.BINARY_CROSSENTROPY;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = {10, 4})
  Tensor readings();

  @Masking
  Tensor steps();

  @Dense(units = 4)
  Tensor features();

  @Flatten
//^ [MaskLost] the mask of steps ends here: @Flatten does not know masks
  Tensor flat();

  @Output(loss = BINARY_CROSSENTROPY)
  @Dense(units = 1, activation = SIGMOID)
  Tensor alarm();

  @Add
//^ [MaskLost] the mask of steps ends here: other operands of sum have none
  Tensor sum(Tensor features, Tensor readings);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 4)
  Tensor next();
}
