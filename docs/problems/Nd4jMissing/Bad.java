// javac -Asynapt.nd4j=true

import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

final class Bad {
  @Network
  interface Price {
//^ [Nd4jMissing] Bad_PriceNd4j needs org.synapt.nd4j.Nd4jAdapter, which is not on the class path
    @Input(shape = 12)
    Tensor measures();

    @Output(loss = MEAN_SQUARED_ERROR)
    @Dense(units = 1)
    Tensor price();
  }

  @Network
  interface Rent {
    @Input(shape = 12)
    Tensor measures();

    @Output(loss = MEAN_SQUARED_ERROR)
    @Dense(units = 1)
    Tensor rent();
  }
}
