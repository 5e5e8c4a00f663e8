import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

final class Bad {
  @Block
  @interface Hidden {
    interface Body {
      @Input
      Tensor x();

      @Output(loss = MEAN_SQUARED_ERROR)
    //^ [OutputInBlock] y is in the body of @Hidden
      @Dense(units = 4)
      Tensor y(Tensor x);
    }
  }
}
