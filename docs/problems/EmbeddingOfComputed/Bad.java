import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Dense;
import org.synapt.annotations.Embedding;
import org.synapt.annotations.Flatten;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = {2, 3})
  Tensor tokens();

  @Flatten
  Tensor row();

  @Embedding(inputDim = 20, outputDim = 4)
//^ [EmbeddingOfComputed] row is computed by @Flatten, but an embedding takes whole numbers
  Tensor words();

  @Embedding(inputDim = 20, outputDim = 4)
  Tensor named(Tensor row);
  //                  ^ [EmbeddingOfComputed] row is computed by @Flatten, but an embedding takes whole numbers

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor y(Tensor words);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor z(Tensor named);
}
