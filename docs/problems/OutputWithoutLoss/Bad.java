import org.synapt.annotations.Dense;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = 8)
  Tensor x();

  @Output
//^ [OutputWithoutLoss] y [1] is an output without a loss
  @Dense(units = 1)
  Tensor y();
}
