import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Concatenate;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input
//^ [InputShape] pixels has no shape
  Tensor pixels();

  @Input(shape = {-4, 784})
  //             ^ [InputShape] an extent of batched is -4 in [-4, 784]
  Tensor batched();

  @Input(shape = 0)
  //             ^ [InputShape] an extent of nothing is 0 in [0]
  Tensor nothing();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Concatenate
  Tensor all(Tensor pixels, Tensor batched, Tensor nothing);
}
