import static org.synapt.annotations.Constraint.NON_NEG;
import static org.synapt.annotations.Initializer.ONES;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.ActivityRegularization;
import org.synapt.annotations.BatchNormalization;
import org.synapt.annotations.Constrain;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Initialize;
import org.synapt.annotations.Input;
import org.synapt.annotations.LayerNormalization;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface BadNormalization {
  @Input(shape = 8)
  Tensor x();

  @BatchNormalization(center = false, betaInitializer = @Initialize(ONES))
  //                                                    ^ [IdleAttribute] a layer without beta does not use betaInitializer
  Tensor columns();

  @LayerNormalization(scale = false, gammaConstraint = @Constrain(NON_NEG))
  //                                                   ^ [IdleAttribute] a layer without gamma does not use gammaConstraint
  Tensor rows();

  @ActivityRegularization
//^ [IdleAttribute] @ActivityRegularization adds nothing: l1 and l2 are 0 unless stated
  Tensor free();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor y();
}
