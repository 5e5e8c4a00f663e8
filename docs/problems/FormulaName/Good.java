import org.synapt.annotations.Dense;
import org.synapt.annotations.Formula;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Good {
  @Input(shape = 8)
  Tensor left();

  @Input(shape = 8)
  Tensor right();

  @Formula("abs(left - right)")
  Tensor apart(Tensor left, Tensor right);

  @Output(formula = "square(target - prediction)")
  @Dense(units = 1)
  Tensor y();
}
