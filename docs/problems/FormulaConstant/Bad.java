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
  Tensor x();

  @Formula("sqrt(2) / 2")
  //       ^ [FormulaConstant] the formula of half depends on no operand
  Tensor half(Tensor x);

  @Formula("x * sqrt(-1)")
  //       ^ [FormulaConstant] sqrt(-1) is not a number
  Tensor root(Tensor x);

  @Formula("x / (2 - 2)")
  //       ^ [FormulaConstant] x / (2 - 2) is a division by 0
  Tensor whole(Tensor x);

  @Output(formula = "square(target)")
  //                ^ [FormulaConstant] the loss of y does not depend on the prediction
  @Dense(units = 1)
  Tensor y(Tensor x);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor z(Tensor half);
}
