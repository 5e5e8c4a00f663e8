import org.synapt.annotations.Dense;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Good {
  @Input(shape = 8)
  Tensor x();

  @Output(formula = "(1 + 98 * target) * abs(target - prediction)")
  @Dense(units = 1)
  Tensor y();
}
