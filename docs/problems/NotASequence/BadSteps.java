import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface BadSteps {
  @Input(shape = 10)
  Tensor readings();

  @TimeDistributed
  @Dense(units = 4)
//^ [NotASequence] features is applied to every step, but readings [10] has no steps with something in them
  Tensor features();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level(Tensor readings);
}
