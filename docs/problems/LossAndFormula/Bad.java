import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Dense;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = 8)
  Tensor x();

  @Output(loss = MEAN_SQUARED_ERROR, formula = "abs(target - prediction)")
  //                                           ^ [LossAndFormula] y has a loss and a formula
  @Dense(units = 1)
  Tensor y();
}
