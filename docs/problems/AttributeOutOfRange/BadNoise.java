import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.ActivityRegularization;
import org.synapt.annotations.AlphaDropout;
import org.synapt.annotations.BatchNormalization;
import org.synapt.annotations.Concatenate;
import org.synapt.annotations.GaussianDropout;
import org.synapt.annotations.GaussianNoise;
import org.synapt.annotations.Input;
import org.synapt.annotations.LayerNormalization;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface BadNoise {
  @Input(shape = 4)
  Tensor x();

  @BatchNormalization(momentum = 1.1)
  //                             ^ [AttributeOutOfRange] momentum = 1.1 is no share of what was before
  Tensor fleeing(Tensor x);

  @BatchNormalization(epsilon = 0)
  //                            ^ [AttributeOutOfRange] epsilon = 0.0 is not above 0
  Tensor divided(Tensor x);

  @LayerNormalization(epsilon = -1e-3)
  //                            ^ [AttributeOutOfRange] epsilon = -0.001 is not above 0
  Tensor rooted(Tensor x);

  @GaussianNoise(stddev = -0.1)
  //                      ^ [AttributeOutOfRange] stddev = -0.1 is below 0
  Tensor noisy(Tensor x);

  @GaussianDropout(rate = 1)
  //                      ^ [AttributeOutOfRange] rate = 1.0 leaves nothing
  Tensor endless(Tensor x);

  @AlphaDropout(rate = 1)
  //                   ^ [AttributeOutOfRange] rate = 1.0 leaves nothing
  Tensor dropped(Tensor x);

  @ActivityRegularization(l2 = -0.1)
  //                           ^ [AttributeOutOfRange] l2 = -0.1 is below 0
  Tensor rewarded(Tensor x);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Concatenate
  Tensor all(
      Tensor fleeing,
      Tensor divided,
      Tensor rooted,
      Tensor noisy,
      Tensor endless,
      Tensor dropped,
      Tensor rewarded);
}
