import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = 12)
  Tensor measures();

  @Dense(units = 32)
  default Tensor hidden() {
  //             ^ [RowWithBody] hidden has a body
    return null;
  }

  @Flatten
  static Tensor flat() {
  //            ^ [RowWithBody] flat has a body
    return null;
  }

  default int count() {
  //          ^ [RowWithBody] count has a body
    return 3;
  }

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price(Tensor measures);

  @Network
  abstract class Other {
    @Input(shape = 12)
    abstract Tensor measures();

    Tensor hidden() {
    //     ^ [RowWithBody] hidden has a body
      return null;
    }

    @Output(loss = MEAN_SQUARED_ERROR)
    @Dense(units = 1)
    abstract Tensor price(Tensor measures);
  }
}
