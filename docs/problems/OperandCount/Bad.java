import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = 12)
  Tensor left();

  @Input(shape = 12)
  Tensor right(Tensor left);
  //                  ^ [OperandCount] @Input takes no operands, but right has 1

  @Input(shape = 12)
  Tensor middle();

  @Dense(units = 4)
  Tensor code(Tensor left, Tensor middle);
  //                              ^ [OperandCount] @Dense takes 1 operand, but code has 2

  @Add
//^ [OperandCount] @Add takes 2 or more operands, but sum has 1
  Tensor sum(Tensor left);

  @Concatenate
  Tensor joined();

  @Dense(units = 12)
  Tensor leftAgain(Tensor left);

  @Subtract
  Tensor difference(Tensor left, Tensor middle, Tensor leftAgain);
  //                                                   ^ [OperandCount] @Subtract takes 2 operands, but difference has 3

  @Dense(units = 4)
  Layer encoder();

  @Apply
//^ [OperandCount] encoder takes 1 operand, but encoded has 0
  Tensor encoded(Layer encoder);

  @Apply
  Tensor encodedTwice(Layer encoder, Tensor left, Tensor middle);
  //                                                     ^ [OperandCount] encoder takes 1 operand, but encodedTwice has 2

  @Twice
  Tensor twice(Tensor left, Tensor middle);
  //                               ^ [OperandCount] @Twice takes 1 operand, but twice has 2

  @Block
  @interface Twice {
    interface Body {
      @Input
      Tensor x();

      @Formula("2 * x")
      Tensor twice(Tensor x);
    }
  }

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price(Tensor middle);
}
