import static org.synapt.annotations.ActivationFunction.SIGMOID;
import static org.synapt.annotations.Loss.BINARY_CROSSENTROPY;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Good {
  @Input(shape = {10, 4})
  Tensor readings();

  @Masking
  Tensor steps();

  @Dense(units = 4)
  Tensor features();

  @GlobalAveragePooling1D
  Tensor mean();

  @Output(loss = BINARY_CROSSENTROPY)
  @Dense(units = 1, activation = SIGMOID)
  Tensor alarm();

  @Add
  Tensor sum(Tensor features, Tensor steps);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 4)
  Tensor next();

  @SuppressWarnings("MaskLost")
  @Conv1D(filters = 4, kernelSize = 3)
  Tensor windows(Tensor features);

  @GlobalMaxPooling1D
  Tensor most();

  @Output(loss = BINARY_CROSSENTROPY)
  @Dense(units = 1, activation = SIGMOID)
  Tensor peak();
}
