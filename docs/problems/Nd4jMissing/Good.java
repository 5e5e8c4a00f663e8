// javac -Asynapt.nd4j=true --class-path synapt-nd4j.jar

import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Good {
  @Input(shape = 12)
  Tensor measures();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price();
}
