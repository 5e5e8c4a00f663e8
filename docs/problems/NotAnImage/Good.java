import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Concatenate;
import org.synapt.annotations.Conv2D;
import org.synapt.annotations.Conv2DTranspose;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Flatten;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Reshape;
import org.synapt.annotations.Tensor;

@Network
interface Good {
  @Input(shape = {28, 28, 1})
  Tensor image();

  @Conv2D(filters = 8, kernelSize = 3, activation = RELU)
  Tensor edges(Tensor image);

  @Input(shape = 784)
  Tensor pixels();

  @Dense(units = 196, activation = RELU)
  Tensor code();

  @Reshape(targetShape = {14, 14, 1})
  Tensor small();

  @Conv2DTranspose(filters = 1, kernelSize = 2, strides = 2)
  Tensor drawn();

  @Flatten
  Tensor edgesFlat(Tensor edges);

  @Flatten
  Tensor drawnFlat(Tensor drawn);

  @Concatenate
  Tensor all(Tensor edgesFlat, Tensor drawnFlat);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level();
}
