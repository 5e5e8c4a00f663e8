import static org.synapt.annotations.ActivationFunction.HARD_SIGMOID;
import static org.synapt.annotations.ActivationFunction.SIGMOID;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.ActivationFunction.SOFTSIGN;
import static org.synapt.annotations.ActivationFunction.TANH;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

final class Bad {
  @Network
  interface Digits {
    @Input(shape = 784)
    Tensor pixels();

    @Dense(units = 100, activation = SIGMOID)
    //                               ^ [VanishingGradient] 3 rows in a row saturate, hidden1 (sigmoid), hidden2 (sigmoid), hidden3 (hard_sigmoid): their slopes let at most 1/96 of a gradient pass
    Tensor hidden1();

    @Dropout(rate = 0.2)
    Tensor kept();

    @Dense(units = 100, activation = SIGMOID)
    Tensor hidden2();

    @Dense(units = 100, activation = HARD_SIGMOID)
    Tensor hidden3();

    @Output(loss = CATEGORICAL_CROSSENTROPY)
    @Dense(units = 10, activation = SOFTMAX)
    Tensor digit();
  }

  @Network
  interface Deep {
    @Input(shape = 8)
    Tensor measures();

    @Dense(units = 8)
    Tensor sum();

    @Activation(SOFTSIGN)
    //          ^ [VanishingGradient] 7 rows in a row saturate, bent (softsign), deep[0] (tanh), deep[1] (tanh), ..., deep[5] (tanh): a gradient fades on its way back through so many
    Tensor bent();

    @Dense(units = 8, activation = TANH)
    @Repeat(6)
    Tensor deep();

    @Output(loss = MEAN_SQUARED_ERROR)
    @Dense(units = 1)
    Tensor price();
  }

  @Block
  @interface Trunk {
    interface Body {
      @Input
      Tensor x();

      @Dense(units = 8, activation = SIGMOID)
      //                             ^ [VanishingGradient] 3 rows in a row saturate, first (sigmoid), second (sigmoid), third (sigmoid): their slopes let at most 1/64 of a gradient pass
      Tensor first();

      @Dense(units = 8, activation = SIGMOID)
      Tensor second();

      @Dense(units = 8, activation = SIGMOID)
      Tensor third();
    }
  }

  @Block
  @interface Pair {
    ActivationFunction activation();

    interface Body {
      @Input
      Tensor x();

      @Dense(units = 8, activation = ActivationFunction.OF_BLOCK)
      Tensor first();

      @Dense(units = 8, activation = ActivationFunction.OF_BLOCK)
      Tensor second();
    }
  }

  @Network
  interface OfBlocks {
    @Input(shape = 8)
    Tensor measures();

    @Trunk
    @Repeat(2)
    Tensor trunk();

    @Dense(units = 8, activation = ActivationFunction.RELU)
    Tensor between();

    @Pair(activation = SIGMOID)
    //                 ^ [VanishingGradient] 4 rows in a row saturate, pairs[0].first (sigmoid), pairs[0].second (sigmoid), pairs[1].first (sigmoid), pairs[1].second (sigmoid): their slopes let at most 1/256 of a gradient pass
    @Repeat(2)
    Tensor pairs();

    @Output(loss = MEAN_SQUARED_ERROR)
    @Dense(units = 1)
    Tensor price();
  }
}
