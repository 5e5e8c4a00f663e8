import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Dense;
import org.synapt.annotations.Flatten;
import org.synapt.annotations.Input;
import org.synapt.annotations.LayerNormalization;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = {4, 1})
  Tensor x();

  @LayerNormalization
//^ [NormalizationOverOne] each value of x [4, 1] is its own mean, so that all become 0
  Tensor last();

  @LayerNormalization(axis = 1)
  //                         ^ [NormalizationOverOne] each value of x [4, 1] is its own mean, so that all become 0
  Tensor stated(Tensor x);

  @Flatten
  Tensor flat(Tensor last);

  @Dense(units = 4)
  Tensor both(Tensor stated);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor y(Tensor flat);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor z(Tensor both);
}
