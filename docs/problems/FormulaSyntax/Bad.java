import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Add;
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

  @Formula("ln(x) + 1")
  //       ^ [FormulaSyntax] there is no function ln
  Tensor named(Tensor x);

  @Formula("x * (1 + x")
  //       ^ [FormulaSyntax] this ( is never closed
  Tensor open(Tensor x);

  @Formula("2 x")
  //       ^ [FormulaSyntax] an operator is missing between 2 and x
  Tensor side(Tensor x);

  @Formula("x ** 2")
  //       ^ [FormulaSyntax] a formula knows no **
  Tensor power(Tensor x);

  @Formula("max(x, 0, 1)")
  //       ^ [FormulaSyntax] max takes 2 arguments, not 3
  Tensor crowded(Tensor x);

  @Formula("x > 0")
  //       ^ [FormulaSyntax] x > 0 is true or false where a number is needed
  Tensor truth(Tensor x);

  @Formula("")
  //       ^ [FormulaSyntax] the formula is empty
  Tensor empty(Tensor x);

  @Output(formula = "abs(target - )")
  //                ^ [FormulaSyntax] a value is missing between - and )
  @Dense(units = 1)
  Tensor y(Tensor x);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Add
  Tensor all(
      Tensor named,
      Tensor open,
      Tensor side,
      Tensor power,
      Tensor crowded,
      Tensor truth,
      Tensor empty);
}
