import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Cropping1D;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Flatten;
import org.synapt.annotations.Input;
import org.synapt.annotations.MaxPooling2D;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;
import org.synapt.annotations.UpSampling2D;
import org.synapt.annotations.ZeroPadding2D;

@Network
interface BadMargins {
  @Input(shape = {28, 28, 3})
  Tensor image();

  @ZeroPadding2D(padding = {1, 1, 2})
  //                       ^ [NumbersPerAxis] padding = [1, 1, 2] has 3 numbers, but rows and columns are to have margins
  Tensor framed(Tensor image);

  @MaxPooling2D(poolSize = {2, 2, 1})
  //                       ^ [NumbersPerAxis] poolSize = [2, 2, 1] has 3 numbers, but maxPooling2D moves along rows and columns
  Tensor small(Tensor image);

  @UpSampling2D(size = {2, 2, 1})
  //                   ^ [NumbersPerAxis] size = [2, 2, 1] has 3 numbers, but upSampling2D moves along rows and columns
  Tensor large(Tensor image);

  @Flatten
  Tensor frame(Tensor framed);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level(Tensor frame);

  @Flatten
  Tensor few(Tensor small);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor less(Tensor few);

  @Flatten
  Tensor many(Tensor large);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor more(Tensor many);

  @Input(shape = {100, 2})
  Tensor sound();

  @Cropping1D(cropping = {1, 1, 1})
  //                     ^ [NumbersPerAxis] cropping = [1, 1, 1] has 3 numbers, but positions are to have margins
  Tensor inner();

  @Flatten
  Tensor innerFlat();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor pitch();
}
