import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Dense;
import org.synapt.annotations.Dropout;
import org.synapt.annotations.Formula;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Repeat;
import org.synapt.annotations.Tensor;

/** Each of these is wrong whatever shape the rows above it would have. */
@Network
interface BadBelow {
  @Input(shape = 4)
  Tensor x();

  @Dense(units = -5)
  //             ^ [AttributeOutOfRange] units = -5 is below 1
  Tensor h();

  @Dense(units = 0)
  //             ^ [AttributeOutOfRange] units = 0 is below 1
  Tensor g();

  @Dropout(rate = 7)
  //              ^ [AttributeOutOfRange] rate = 7.0 leaves nothing
  Tensor d();

  @Formula("sin(")
  //       ^ [FormulaSyntax] a value is missing after (
  Tensor f(Tensor d);

  @Repeat(0)
  //      ^ [RepeatCount] r is repeated 0 times
  @Dense(units = 3)
  Tensor r(Tensor g);

  @Output(loss = MEAN_SQUARED_ERROR, weight = -1)
  //                                          ^ [AttributeOutOfRange] weight = -1.0 is not above 0
  @Dense(units = 1)
  Tensor y();
}
