import static org.synapt.annotations.Constraint.MAX_NORM;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

final class Good {
  @Network
  interface Slopes {
    @Input(shape = {4, 4, 3})
    Tensor x();

    @Output(loss = MEAN_SQUARED_ERROR)
    @PReLU(sharedAxes = {0, 1})
    Tensor bent();
  }

  @Network
  interface Norms {
    @Input(shape = {4, 4, 3})
    Tensor x();

    @Output(loss = MEAN_SQUARED_ERROR)
    @Conv2D(filters = 3, kernelSize = 3, kernelConstraint = @Constrain(value = MAX_NORM, axis = {0, 1, 2}))
    Tensor edges();
  }
}
