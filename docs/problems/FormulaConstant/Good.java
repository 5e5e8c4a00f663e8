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

  @Formula("x * sqrt(2) / 2")
  Tensor half(Tensor x);

  @Output(formula = "square(target - prediction)")
  @Dense(units = 1)
  Tensor y();
}
