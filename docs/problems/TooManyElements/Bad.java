import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Add;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Input;
import org.synapt.annotations.Multiply;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.RepeatVector;
import org.synapt.annotations.Reshape;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = {65536, 65536})
  //             ^ [TooManyElements] map [65536, 65536] has 4,294,967,296 elements
  Tensor map();

  @Input(shape = 65536)
  Tensor line();

  @Dense(units = 65536)
  //             ^ [TooManyElements] same.weight [65536, 65536] has 4,294,967,296 elements
  Tensor same(Tensor line);

  @RepeatVector(n = 65536)
  //                ^ [TooManyElements] square [65536, 65536] has 4,294,967,296 elements
  Tensor square(Tensor line);

  @Reshape(targetShape = {65536, 1})
  Tensor column(Tensor line);

  @Multiply
//^ [TooManyElements] product [65536, 65536] has 4,294,967,296 elements
  Tensor product(Tensor line, Tensor column);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Add
  Tensor all(Tensor map, Tensor same, Tensor square, Tensor product);
}
