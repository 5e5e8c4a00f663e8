import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Dense;
import org.synapt.annotations.Embedding;
import org.synapt.annotations.Flatten;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Good {
  @Input(shape = {2, 3})
  Tensor tokens();

  @Embedding(inputDim = 20, outputDim = 4)
  Tensor words();

  @Flatten
  Tensor row();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor y();
}
