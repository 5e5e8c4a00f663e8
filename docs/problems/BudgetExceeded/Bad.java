import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

final class Bad {
  @Network
  @Budget(
      parameters = 500_000,
      //           ^ [BudgetExceeded] parameters: 648,010, but the budget is 500,000: hidden1 392,500 (61 %), hidden2 250,500 (39 %), digit 5,010 (1 %)
      flops = 1_000_000,
      //      ^ [BudgetExceeded] flops: 1,295,050, but the budget is 1,000,000: hidden1 784,500 (61 %), hidden2 500,500 (39 %), digit 10,050 (1 %)
      activationBytes = 5_000,
      //                ^ [BudgetExceeded] activationBytes: 7,136, but the budget is 5,000: most in pixels 3,136, hidden1 2,000, hidden2 2,000
      trainingBytes = 100_000,
      modelBytes = 4_000_000)
  interface Digits {
    @Input(shape = 784)
    Tensor pixels();

    @Dense(units = 500, activation = RELU)
    Tensor hidden1();

    @Dense(units = 500, activation = RELU)
    Tensor hidden2();

    @Output(loss = CATEGORICAL_CROSSENTROPY)
    @Dense(units = 10, activation = SOFTMAX)
    Tensor digit();
  }

  @Network
  @Budget(parameters = 100, modelBytes = 1_000)
  //                   ^ [BudgetExceeded] parameters: 801, but the budget is 100: deep 720 (90 %), encoder 72 (9 %), price 9 (1 %)
  //                                     ^ [BudgetExceeded] modelBytes: 5,580, but the budget is 1,000: most for the parameters of deep 720 (90 %), encoder 72 (9 %), price 9 (1 %)
  interface Repeated {
    @Input(shape = 8)
    Tensor measures();

    @Dense(units = 8, activation = RELU)
    Layer encoder();

    @Apply
    Tensor code(Layer encoder, Tensor measures);

    @Apply
    Tensor again(Layer encoder, Tensor code);

    @Dense(units = 8, activation = RELU)
    @Repeat(10)
    Tensor deep();

    @Output(loss = MEAN_SQUARED_ERROR)
    @Dense(units = 1)
    Tensor price();
  }

  @Network
  @Budget(flops = -1)
  //              ^ [AttributeOutOfRange] flops = -1 is below 0
  interface Negative {
    @Input(shape = 8)
    Tensor measures();

    @Output(loss = MEAN_SQUARED_ERROR)
    @Dense(units = 1)
    Tensor price();
  }
}
