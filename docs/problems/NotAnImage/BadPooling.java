import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Dense;
import org.synapt.annotations.GlobalAveragePooling1D;
import org.synapt.annotations.Input;
import org.synapt.annotations.MaxPooling2D;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.SpatialDropout2D;
import org.synapt.annotations.Tensor;
import org.synapt.annotations.UpSampling2D;
import org.synapt.annotations.ZeroPadding2D;

@Network
interface BadPooling {
  @Input(shape = {28, 28})
  Tensor image();

  @MaxPooling2D
  Tensor small(Tensor image);
  //                  ^ [NotAnImage] maxPooling2D moves over [rows, columns, channels], but image is [28, 28]

  @ZeroPadding2D
  Tensor framed(Tensor image);
  //                   ^ [NotAnImage] zeroPadding2D moves over [rows, columns, channels], but image is [28, 28]

  @UpSampling2D
  Tensor large(Tensor image);
  //                  ^ [NotAnImage] upSampling2D moves over [rows, columns, channels], but image is [28, 28]

  @SpatialDropout2D(rate = 0.5)
  Tensor kept(Tensor image);
  //                 ^ [NotAnImage] spatialDropout2D moves over [rows, columns, channels], but image is [28, 28]

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level(Tensor small);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor frame(Tensor framed);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor more(Tensor large);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor less(Tensor kept);

  @Input(shape = 28)
  Tensor row();

  @GlobalAveragePooling1D
//^ [NotAnImage] globalAveragePooling1D moves over [positions, channels], but row is [28]
  Tensor mean();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor gray();
}
