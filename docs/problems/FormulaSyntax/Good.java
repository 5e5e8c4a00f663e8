import org.synapt.annotations.Dense;
import org.synapt.annotations.Formula;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Good {
  @Input(shape = 8)
  Tensor x();

  @Formula("x > 0 ? log(1 + x) : 2 * x ^ 3")
  Tensor bent(Tensor x);

  @Output(formula = "abs(target - prediction)")
  @Dense(units = 1)
  Tensor y();
}
