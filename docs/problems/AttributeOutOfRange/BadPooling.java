import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.AveragePooling2D;
import org.synapt.annotations.Cropping2D;
import org.synapt.annotations.GlobalAveragePooling2D;
import org.synapt.annotations.Input;
import org.synapt.annotations.MaxPooling2D;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.SpatialDropout2D;
import org.synapt.annotations.Tensor;
import org.synapt.annotations.UpSampling2D;
import org.synapt.annotations.ZeroPadding2D;

@Network
@SuppressWarnings("UnusedRow")
interface BadPooling {
  @Input(shape = {28, 28, 3})
  Tensor image();

  @MaxPooling2D(poolSize = 0)
  //                       ^ [AttributeOutOfRange] poolSize = 0 is below 1
  Tensor none(Tensor image);

  @AveragePooling2D(strides = {2, 0})
  //                          ^ [AttributeOutOfRange] strides = [2, 0] holds a number below 1
  Tensor still(Tensor image);

  @ZeroPadding2D(padding = -1)
  //                       ^ [AttributeOutOfRange] padding = -1 is below 0
  Tensor framed(Tensor image);

  @Cropping2D(cropping = {1, 1, -2, 0})
  //                     ^ [AttributeOutOfRange] cropping = [1, 1, -2, 0] holds a number below 0
  Tensor cut(Tensor image);

  @UpSampling2D(size = 0)
  //                   ^ [AttributeOutOfRange] size = 0 is below 1
  Tensor large(Tensor image);

  @SpatialDropout2D(rate = 1)
  //                       ^ [AttributeOutOfRange] rate = 1.0 leaves nothing
  Tensor nothing(Tensor image);

  @Output(loss = MEAN_SQUARED_ERROR)
  @GlobalAveragePooling2D
  Tensor level(Tensor image);
}
