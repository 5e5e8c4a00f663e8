import static org.synapt.annotations.Block.OF_BLOCK;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = 12)
  Tensor measures();

  @Hidden(width = 32)
  Tensor hidden();

  @Block
  @interface Hidden {
    int width();

    interface Body {
      @Input
      Tensor x();

      @Dense(units = OF_BLOCK)
      //             ^ [OfBlockMemberMissing] units is OF_BLOCK, but @Hidden has no attribute units
      Tensor y(Tensor x);
    }
  }

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price(Tensor hidden);
}
