import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = 128)
  Tensor left();

  @Input(shape = 100)
  Tensor right();

  @Dense(units = 64)
  Layer encoder();

  @Apply
  Tensor leftCode(Layer encoder, Tensor left);

  @Apply
  Tensor rightCode(Layer encoder, Tensor right);
  //                                     ^ [LayerParametersDiffer] rightCode for right [100] needs weight [100, 64], bias [64], but encoder has weight [128, 64], bias [64]

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price(Tensor leftCode);
}
