import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.AlphaDropout;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface BadAlpha {
  @Input(shape = {8, 4})
  Tensor x();

  @AlphaDropout(rate = 0.5, noiseShape = {8, 2})
  //                                     ^ [NoiseShape] a mask [8, 2] does not fit x [8, 4]
  Tensor halved();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor y();
}
