import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Attention;
import org.synapt.annotations.Concatenate;
import org.synapt.annotations.Input;
import org.synapt.annotations.MultiHeadAttention;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = {7, 8})
  Tensor asked();

  @Input(shape = {9, 6})
  Tensor found();

  @Input(shape = {10, 8})
  Tensor keys();

  @Attention
  Tensor byFeatures(Tensor asked, Tensor found);
  //                                     ^ [AttentionShape] asked [7, 8] has 8 features, but found [9, 6] has 6

  @MultiHeadAttention(numHeads = 2, keyDim = 4)
  Tensor byKeys(Tensor asked, Tensor found, Tensor keys);
  //                                               ^ [AttentionShape] found [9, 6] has 9 steps, but keys [10, 8] has 10

  @Output(loss = MEAN_SQUARED_ERROR)
  @Concatenate
  Tensor both(Tensor byFeatures, Tensor byKeys);
}
