import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.PReLU;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = {4, 4, 3})
  Tensor x();

  @Output(loss = MEAN_SQUARED_ERROR)
  @PReLU(sharedAxes = {2, -1})
  //                  ^ [RepeatedAxis] sharedAxes names axis 2 twice
  Tensor bent();
}
