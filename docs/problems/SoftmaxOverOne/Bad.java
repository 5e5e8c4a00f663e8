import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Loss.BINARY_CROSSENTROPY;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Activation;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Reshape;
import org.synapt.annotations.Softmax;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = 8)
  Tensor x();

  @Output(loss = BINARY_CROSSENTROPY)
  @Dense(units = 1, activation = SOFTMAX)
  //                             ^ [SoftmaxOverOne] softmax over one value is always 1, and ill is [1]
  Tensor ill(Tensor x);

  @Dense(units = 1)
  Tensor logit(Tensor x);

  @Output(loss = CATEGORICAL_CROSSENTROPY)
  @Activation(SOFTMAX)
  //          ^ [SoftmaxOverOne] softmax over one value is always 1, and share is [1]
  Tensor share(Tensor logit);

  @Reshape(targetShape = {8, 1})
  Tensor column(Tensor x);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Softmax
//^ [SoftmaxOverOne] softmax over one value is always 1, and shares is [8, 1]
  Tensor shares(Tensor column);
}
