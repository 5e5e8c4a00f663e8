import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = 12)
  @Repeat(2)
//^ [RepeatNotAllowed] measures is an input
  Tensor measures();

  @Input(shape = 12)
  Tensor more();

  @Dense(units = 12)
  Layer encoder();

  @Apply
  @Repeat(2)
//^ [RepeatNotAllowed] code applies a layer that exists already
  Tensor code(Layer encoder, Tensor more);

  @Input(shape = 12)
  Tensor other();

  @Add
  @Repeat(3)
//^ [RepeatNotAllowed] total takes 2 operands, but a copy has only the one before it to take
  Tensor total(Tensor more, Tensor other);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price(Tensor more);
}
