import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Add;
import org.synapt.annotations.Dropout;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = {8, 4})
  Tensor x();

  @Dropout(rate = 0.5, noiseShape = {8, 2})
  //                                ^ [NoiseShape] a mask [8, 2] does not fit x [8, 4]
  Tensor halved();

  @Dropout(rate = 0.5, noiseShape = 8)
  //                                ^ [NoiseShape] a mask [8] does not fit x [8, 4]
  Tensor rows(Tensor x);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Add
  Tensor all(Tensor halved, Tensor rows);
}
