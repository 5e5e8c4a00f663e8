import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Attention;
import org.synapt.annotations.Concatenate;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Input;
import org.synapt.annotations.MultiHeadAttention;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Good {
  @Input(shape = {7, 8})
  Tensor asked();

  @Input(shape = {9, 6})
  Tensor found();

  @Dense(units = 8)
  Tensor keys(Tensor found);

  @Attention
  Tensor byFeatures(Tensor asked, Tensor found, Tensor keys);

  @MultiHeadAttention(numHeads = 2, keyDim = 4)
  Tensor byHeads(Tensor asked, Tensor found);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Concatenate
  Tensor both(Tensor byFeatures, Tensor byHeads);
}
