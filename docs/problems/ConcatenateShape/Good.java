import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Concatenate;
import org.synapt.annotations.Flatten;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Good {
  @Input(shape = 32)
  Tensor size();

  @Input(shape = {16, 2})
  Tensor tone();

  @Flatten
  Tensor flat(Tensor tone);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Concatenate
  Tensor both(Tensor size, Tensor flat);
}
