import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

final class Bad {
  interface Measured {
    @Input(shape = 12)
    Tensor measures();
  }

  @Network
  interface Price extends Measured {
//^ [InheritedRow] Price inherits measures from Measured
    @Input(shape = 12)
    Tensor more();

    @Output(loss = MEAN_SQUARED_ERROR)
    @Dense(units = 1)
    Tensor price();
  }

  @Network
  abstract static class Task implements Runnable {
  //              ^ [InheritedRow] Task inherits run from Runnable
    @Input(shape = 12)
    abstract Tensor more();

    @Output(loss = MEAN_SQUARED_ERROR)
    @Dense(units = 1)
    abstract Tensor price();
  }
}
