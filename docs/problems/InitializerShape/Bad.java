import static org.synapt.annotations.Initializer.IDENTITY;
import static org.synapt.annotations.Initializer.ORTHOGONAL;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Add;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Initialize;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.PReLU;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = 8)
  Tensor x();

  @Dense(units = 8, biasInitializer = @Initialize(ORTHOGONAL))
  //                                              ^ [InitializerShape] ORTHOGONAL needs rows and columns, but the parameter is [8]
  Tensor hidden();

  @PReLU(alphaInitializer = @Initialize(IDENTITY))
  //                                    ^ [InitializerShape] IDENTITY needs rows and columns, but the parameter is [8]
  Tensor bent(Tensor x);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Add
  Tensor sum(Tensor hidden, Tensor bent);
}
