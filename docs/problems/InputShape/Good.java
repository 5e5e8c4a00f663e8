import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Concatenate;
import org.synapt.annotations.Flatten;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Good {
  @Input(shape = {28, 28, 1})
  Tensor pixels();

  @Flatten
  Tensor flat();

  @Input(shape = 784)
  Tensor others();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Concatenate
  Tensor all(Tensor flat, Tensor others);
}
