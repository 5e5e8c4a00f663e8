import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

final class Bad {
  @Network
  interface Price {
//^ [GeneratedNameTaken] the class Bad_PriceNetwork, which is to be generated, exists already
    @Input(shape = 12)
    Tensor measures();

    @Output(loss = MEAN_SQUARED_ERROR)
    @Dense(units = 1)
    Tensor price();
  }
}

final class Bad_PriceNetwork {}
