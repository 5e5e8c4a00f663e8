import static org.synapt.annotations.ActivationFunction.SIGMOID;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;
import static org.synapt.annotations.Loss.COSINE_PROXIMITY;
import static org.synapt.annotations.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;

import org.synapt.annotations.Dense;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Reshape;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = 8)
  Tensor x();

  @Output(loss = CATEGORICAL_CROSSENTROPY)
  //             ^ [LossShape] CATEGORICAL_CROSSENTROPY tells classes apart, but yes is [1]
  @Dense(units = 1, activation = SIGMOID)
  Tensor yes(Tensor x);

  @Output(loss = SPARSE_CATEGORICAL_CROSSENTROPY)
  //             ^ [LossShape] SPARSE_CATEGORICAL_CROSSENTROPY tells classes apart, but no is [1]
  @Dense(units = 1, activation = SIGMOID)
  Tensor no(Tensor x);
}

@Network
interface BadCosine {
  @Input(shape = 1)
  Tensor x();

  @Output(loss = COSINE_PROXIMITY)
  //             ^ [LossShape] COSINE_PROXIMITY works along an axis, but number [] has none
  @Reshape(targetShape = {})
  Tensor number();
}
