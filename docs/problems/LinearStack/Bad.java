import static org.synapt.annotations.ActivationFunction.LINEAR;
import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

final class Bad {
  @Network
  interface Price {
    @Input(shape = 8)
    Tensor measures();

    @Dense(units = 16)
  //^ [LinearStack] hidden1 has no activation, so that hidden1 and hidden2 together are no more than one dense layer
    Tensor hidden1();

    @Dense(units = 16, activation = LINEAR)
    //                              ^ [LinearStack] hidden2 has no activation, so that hidden2 and price together are no more than one dense layer
    Tensor hidden2();

    @Dropout(rate = 0.2)
    Tensor kept();

    @Output(loss = MEAN_SQUARED_ERROR)
    @Dense(units = 1)
    Tensor price();
  }

  @Block
  @interface Twice {
    interface Body {
      @Input
      Tensor x();

      @Dense(units = 8)
    //^ [LinearStack] first has no activation, so that first and second together are no more than one dense layer
      Tensor first();

      @Dense(units = 8, activation = RELU)
      Tensor second();
    }
  }

  @Network
  interface OfBlocks {
    @Input(shape = 8)
    Tensor measures();

    @Twice
    @Repeat(2)
    Tensor trunk();

    @Twice
    Tensor again();

    @Dense(units = 8)
  //^ [LinearStack] deep[0] has no activation, so that deep[0] and deep[1] together are no more than one dense layer
    @Repeat(3)
    Tensor deep();

    @Output(loss = MEAN_SQUARED_ERROR)
    @Dense(units = 1)
    Tensor price();
  }
}
