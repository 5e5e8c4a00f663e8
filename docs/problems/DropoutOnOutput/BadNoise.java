import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.AlphaDropout;
import org.synapt.annotations.Dense;
import org.synapt.annotations.GaussianDropout;
import org.synapt.annotations.GaussianNoise;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface BadNoise {
  @Input(shape = 8)
  Tensor measures();

  @Dense(units = 1)
  Tensor price();

  @Output(loss = MEAN_SQUARED_ERROR)
  @GaussianNoise(stddev = 0.1)
//^ [DropoutOnOutput] noisy is an output, but training adds noise to it
  Tensor noisy(Tensor price);

  @Output(loss = MEAN_SQUARED_ERROR)
  @GaussianDropout(rate = 0.1)
//^ [DropoutOnOutput] scaled is an output, but training multiplies it with noise
  Tensor scaled(Tensor price);

  @Output(loss = MEAN_SQUARED_ERROR)
  @AlphaDropout(rate = 0.1)
//^ [DropoutOnOutput] kept is an output, but training drops a share of it
  Tensor kept(Tensor price);
}
