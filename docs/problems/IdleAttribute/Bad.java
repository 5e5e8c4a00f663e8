import static org.synapt.annotations.Initializer.HE_NORMAL;
import static org.synapt.annotations.Initializer.ONES;
import static org.synapt.annotations.Loss.HINGE;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Dense;
import org.synapt.annotations.Initialize;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = 8)
  Tensor x();

  @Dense(units = 4, kernelInitializer = @Initialize(value = HE_NORMAL, stddev = 0.1))
  //                                                                            ^ [IdleAttribute] HE_NORMAL does not use stddev
  Tensor hidden();

  @Dense(units = 4, useBias = false, biasInitializer = @Initialize(ONES))
  //                                                   ^ [IdleAttribute] a layer without bias does not use biasInitializer
  Tensor unbiased();

  @Output(loss = MEAN_SQUARED_ERROR, delta = 2)
  //                                         ^ [IdleAttribute] MEAN_SQUARED_ERROR does not use delta
  @Dense(units = 1)
  Tensor y(Tensor unbiased);

  @Output(loss = HINGE, fromLogits = true)
  //                                 ^ [IdleAttribute] HINGE does not use fromLogits
  @Dense(units = 1)
  Tensor z(Tensor unbiased);
}
