import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Dense;
import org.synapt.annotations.Formula;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = 8)
  Tensor left();

  @Input(shape = 8)
  Tensor right();

  @Formula("square(left)")
  Tensor apart(Tensor left, Tensor right);
  //                               ^ [FormulaUnusedOperand] the formula of apart does not use right

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor y();
}
