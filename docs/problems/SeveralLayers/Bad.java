import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = 12)
  Tensor measures();

  @Dense(units = 32)
  @Activation(RELU)
//^ [SeveralLayers] hidden has two layers, @Dense and @Activation
  Tensor hidden();

  @Input(shape = 12)
  @Flatten
//^ [SeveralLayers] more has two layers, @Input and @Flatten
  Tensor more();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price(Tensor measures);
}
