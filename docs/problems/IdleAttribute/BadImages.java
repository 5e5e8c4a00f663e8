import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.AveragePooling2D;
import org.synapt.annotations.Cropping2D;
import org.synapt.annotations.Dense;
import org.synapt.annotations.GlobalMaxPooling2D;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;
import org.synapt.annotations.UpSampling2D;
import org.synapt.annotations.ZeroPadding2D;

@Network
interface BadImages {
  @Input(shape = {8, 8, 1})
  Tensor image();

  @AveragePooling2D(poolSize = 1)
  //                           ^ [IdleAttribute] @AveragePooling2D changes nothing: each of its windows takes one position
  Tensor same();

  @ZeroPadding2D(padding = {0, 0})
  //                       ^ [IdleAttribute] @ZeroPadding2D changes nothing: padding is 0
  Tensor framed();

  @Cropping2D
//^ [IdleAttribute] @Cropping2D changes nothing: cropping is 0
  Tensor cut();

  @UpSampling2D(size = 1)
  //                   ^ [IdleAttribute] @UpSampling2D changes nothing: size is 1
  Tensor large();

  @GlobalMaxPooling2D
  Tensor most();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor level();
}
