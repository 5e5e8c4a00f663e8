import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

final class Good {
  @Network
  interface Price {
    @Input(shape = 8)
    Tensor measures();

    @Dense(units = 16, activation = RELU)
    Tensor hidden1();

    @Dense(units = 16)
    Tensor hidden2();

    @Activation(RELU)
    Tensor positive();

    @Output(loss = MEAN_SQUARED_ERROR)
    @Dense(units = 1)
    Tensor price();
  }

  /** A product of two narrow matrices in place of one wide one. */
  @Network
  interface LowRank {
    @Input(shape = 1_000)
    Tensor words();

    @Dense(units = 10)
    Tensor code();

    @Dense(units = 500, activation = RELU)
    Tensor hidden();

    @Output(loss = MEAN_SQUARED_ERROR)
    @Dense(units = 1)
    Tensor tone();
  }

  /** A wide code, most of which is to be 0. */
  @Network
  interface SparseCode {
    @Input(shape = 8)
    Tensor measures();

    @Dense(units = 32, activityRegularizer = @Regularize(l1 = 1e-3))
    Tensor code();

    @Output(loss = MEAN_SQUARED_ERROR, target = "measures")
    @Dense(units = 8)
    Tensor again();
  }

  @Network
  interface Meant {
    @Input(shape = 8)
    Tensor measures();

    @SuppressWarnings("LinearStack")
    @Dense(units = 16)
    Tensor hidden();

    @Output(loss = MEAN_SQUARED_ERROR)
    @Dense(units = 1)
    Tensor price();
  }
}
