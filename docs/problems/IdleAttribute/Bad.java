import static org.synapt.annotations.Constraint.NON_NEG;
import static org.synapt.annotations.Initializer.HE_NORMAL;
import static org.synapt.annotations.Initializer.ONES;
import static org.synapt.annotations.Loss.HINGE;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Constrain;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Flatten;
import org.synapt.annotations.Initialize;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Regularize;
import org.synapt.annotations.Tensor;
import org.synapt.annotations.Trainable;

@Network
@SuppressWarnings("LinearStack")
interface Bad {
  @Input(shape = 8)
  Tensor x();

  @Dense(units = 4, kernelInitializer = @Initialize(value = HE_NORMAL, stddev = 0.1))
  //                                                                            ^ [IdleAttribute] HE_NORMAL does not use stddev
  Tensor hidden();

  @Dense(units = 4, useBias = false, biasInitializer = @Initialize(ONES))
  //                                                   ^ [IdleAttribute] a layer without bias does not use biasInitializer
  Tensor unbiased();

  @Dense(units = 4, kernelConstraint = @Constrain(value = NON_NEG, maxValue = 3))
  //                                                                          ^ [IdleAttribute] NON_NEG does not use maxValue
  Tensor positive(Tensor unbiased);

  @Dense(units = 4, useBias = false, biasRegularizer = @Regularize(l2 = 0.1))
  //                                                   ^ [IdleAttribute] a layer without bias does not use biasRegularizer
  Tensor small(Tensor positive);

  @Dense(units = 4, kernelRegularizer = @Regularize)
  //                                    ^ [IdleAttribute] kernelRegularizer adds nothing: l1 and l2 are 0 unless stated
  Tensor free(Tensor small);

  @Flatten
  @Trainable(false)
//^ [IdleAttribute] @Flatten has nothing to train
  Tensor flat(Tensor free);

  @Output(loss = MEAN_SQUARED_ERROR, delta = 2)
  //                                         ^ [IdleAttribute] MEAN_SQUARED_ERROR does not use delta
  @Dense(units = 1)
  Tensor y(Tensor flat);

  @Output(loss = HINGE, fromLogits = true)
  //                                 ^ [IdleAttribute] HINGE does not use fromLogits
  @Dense(units = 1)
  Tensor z(Tensor unbiased);
}
