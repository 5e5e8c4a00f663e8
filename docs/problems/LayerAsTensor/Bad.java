import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.ActivationFunction.SIGMOID;
import static org.synapt.annotations.ActivationFunction.TANH;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = 12)
  Tensor measures();

  @Dense(units = 8)
  Layer encoder();

  @Activation(RELU)
//^ [LayerAsTensor] positive takes the row directly above, but encoder is a Layer and has no value
  Tensor positive();

  @Activation(SIGMOID)
  Tensor share(Tensor encoder);
  //                  ^ [LayerAsTensor] encoder is a Layer where a Tensor is taken

  @Activation(TANH)
  Tensor sign(Layer encoder);
  //                ^ [LayerAsTensor] encoder is a Layer where a Tensor is taken

  @Apply
  Tensor code(Layer encoder, Layer measures);
  //                               ^ [LayerAsTensor] measures is a Layer where a Tensor is taken

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price(Tensor measures);
}
