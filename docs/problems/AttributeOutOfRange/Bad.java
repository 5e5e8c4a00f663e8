import static org.synapt.annotations.Constraint.MAX_NORM;
import static org.synapt.annotations.Constraint.MIN_MAX_NORM;
import static org.synapt.annotations.Initializer.RANDOM_NORMAL;
import static org.synapt.annotations.Initializer.RANDOM_UNIFORM;
import static org.synapt.annotations.Initializer.VARIANCE_SCALING;
import static org.synapt.annotations.Loss.HUBER;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Concatenate;
import org.synapt.annotations.Constrain;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Dropout;
import org.synapt.annotations.ELU;
import org.synapt.annotations.Initialize;
import org.synapt.annotations.Input;
import org.synapt.annotations.LeakyReLU;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Regularize;
import org.synapt.annotations.RepeatVector;
import org.synapt.annotations.Tensor;
import org.synapt.annotations.ThresholdedReLU;

@Network
interface Bad {
  @Input(shape = 4)
  Tensor x();

  @Dense(units = 0)
  //             ^ [AttributeOutOfRange] units = 0 is below 1
  Tensor none(Tensor x);

  @Dense(units = -3)
  //             ^ [AttributeOutOfRange] units = -3 is below 1
  Tensor fewer(Tensor x);

  @Dropout(rate = 1.0)
  //              ^ [AttributeOutOfRange] rate = 1.0 leaves nothing
  Tensor dropped(Tensor x);

  @Dropout(rate = -0.1)
  //              ^ [AttributeOutOfRange] rate = -0.1 is below 0
  Tensor added(Tensor x);

  @RepeatVector(n = 0)
  //                ^ [AttributeOutOfRange] n = 0 is below 1
  Tensor repeated(Tensor x);

  @LeakyReLU(alpha = -0.3)
  //                 ^ [AttributeOutOfRange] alpha = -0.3 is below 0
  Tensor leaky(Tensor x);

  @ELU(alpha = 1e300)
  //           ^ [AttributeOutOfRange] alpha = 1.0E300 is no finite float
  Tensor elu(Tensor x);

  @ThresholdedReLU(theta = -1)
  //                       ^ [AttributeOutOfRange] theta = -1.0 is below 0
  Tensor thresholded(Tensor x);

  @Dense(units = 2, kernelInitializer = @Initialize(value = RANDOM_NORMAL, stddev = 0))
  //                                                                                ^ [AttributeOutOfRange] stddev = 0.0 is not above 0
  Tensor still(Tensor x);

  @Dense(units = 2, kernelInitializer = @Initialize(value = RANDOM_UNIFORM, low = 0.5, high = -0.5))
  //                                                                              ^ [AttributeOutOfRange] low = 0.5 is not below high = -0.5
  Tensor turned(Tensor x);

  @Dense(units = 2, kernelInitializer = @Initialize(value = VARIANCE_SCALING, scale = -1))
  //                                                                                  ^ [AttributeOutOfRange] scale = -1.0 is not above 0
  Tensor scaled(Tensor x);

  @Dense(units = 2, kernelRegularizer = @Regularize(l2 = -0.01))
  //                                                     ^ [AttributeOutOfRange] l2 = -0.01 is below 0
  Tensor grown(Tensor x);

  @Dense(units = 2, activityRegularizer = @Regularize(l1 = 1e300))
  //                                                       ^ [AttributeOutOfRange] l1 = 1.0E300 is no finite float
  Tensor silenced(Tensor x);

  @Dense(units = 2, kernelConstraint = @Constrain(value = MAX_NORM, maxValue = 0))
  //                                                                           ^ [AttributeOutOfRange] maxValue = 0.0 is not above 0
  Tensor vanished(Tensor x);

  @Dense(units = 2, biasConstraint = @Constrain(value = MIN_MAX_NORM, minValue = 3))
  //                                                                             ^ [AttributeOutOfRange] minValue = 3.0 is above maxValue = 1.0
  Tensor crossed(Tensor x);

  @Dense(units = 2, biasConstraint = @Constrain(value = MIN_MAX_NORM, rate = 2))
  //                                                                         ^ [AttributeOutOfRange] rate = 2.0 is no share of the way into the bounds
  Tensor beyond(Tensor x);

  @Output(loss = MEAN_SQUARED_ERROR, weight = 0)
  //                                          ^ [AttributeOutOfRange] weight = 0.0 is not above 0
  @Dense(units = 1)
  Tensor ignored(Tensor x);

  @Output(loss = HUBER, delta = 0)
  //                            ^ [AttributeOutOfRange] delta = 0.0 is not above 0
  @Dense(units = 1)
  Tensor straight(Tensor x);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Concatenate
  Tensor all(
      Tensor none,
      Tensor fewer,
      Tensor dropped,
      Tensor added,
      Tensor repeated,
      Tensor leaky,
      Tensor elu,
      Tensor thresholded,
      Tensor still,
      Tensor turned,
      Tensor scaled,
      Tensor grown,
      Tensor silenced,
      Tensor vanished,
      Tensor crossed,
      Tensor beyond);
}
