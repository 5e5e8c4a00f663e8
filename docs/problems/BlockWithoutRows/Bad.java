import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.example.Bottleneck;
import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = 12)
  Tensor measures();

  @Bottleneck(units = 3)
//^ [BlockWithoutRows] the rows of @Bottleneck cannot be read: there is no class BottleneckRows beside it
  Tensor narrow();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price(Tensor measures);
}
