import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;
import static org.synapt.annotations.Padding.SAME;

import org.synapt.annotations.*;

@Network
interface BadConvolutions {
  @Input(shape = {32, 32, 3})
  Tensor image();

  @Conv2D(filters = 32, kernelSize = 3, padding = SAME)
//^ [LinearStack] edges has no activation, so that edges and textures together are no more than one convolution
  Tensor edges();

  @AveragePooling2D
  Tensor coarse();

  @Conv2D(filters = 64, kernelSize = 3, padding = SAME)
//^ [LinearStack] textures has no activation, so that textures and kind together are no more than one linear layer
  Tensor textures();

  @GlobalAveragePooling2D
  Tensor features();

  @Output(loss = CATEGORICAL_CROSSENTROPY)
  @Dense(units = 10, activation = SOFTMAX)
  Tensor kind();
}
