import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = 12)
  Tensor measures();

  @Dense(units = 8)
  Tensor encoder(Tensor measures);

  @Apply
  Tensor code(Layer encoder, Tensor measures);
  //                ^ [TensorAsLayer] encoder is a Tensor where a Layer is taken

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price();
}
