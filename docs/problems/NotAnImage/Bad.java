import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Concatenate;
import org.synapt.annotations.Conv1D;
import org.synapt.annotations.Conv2D;
import org.synapt.annotations.Conv2DTranspose;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Flatten;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = {28, 28})
  Tensor image();

  @Conv2D(filters = 8, kernelSize = 3, activation = RELU)
  Tensor edges(Tensor image);
  //                  ^ [NotAnImage] conv2D moves over [rows, columns, channels], but image is [28, 28]

  @Input(shape = 784)
  Tensor pixels();

  @Dense(units = 196, activation = RELU)
  Tensor code();

  @Conv2DTranspose(filters = 1, kernelSize = 2, strides = 2)
//^ [NotAnImage] conv2DTranspose moves over [rows, columns, channels], but code is [196]
  Tensor drawn();

  @Input(shape = {100, 12, 2})
  Tensor measures();

  @Conv1D(filters = 4, kernelSize = 5)
//^ [NotAnImage] conv1D moves over [positions, channels], but measures is [100, 12, 2]
  Tensor beats();

  @Flatten
  Tensor edgesFlat(Tensor edges);

  @Flatten
  Tensor drawnFlat(Tensor drawn);

  @Flatten
  Tensor beatsFlat(Tensor beats);

  @Concatenate
  Tensor all(Tensor edgesFlat, Tensor drawnFlat, Tensor beatsFlat);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level();
}
