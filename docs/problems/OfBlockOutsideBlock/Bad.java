import static org.synapt.annotations.Block.OF_BLOCK;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = 12)
  Tensor measures();

  @Dense(units = OF_BLOCK, activation = ActivationFunction.OF_BLOCK)
  //             ^ [OfBlockOutsideBlock] units is OF_BLOCK, but this row is in no block
  //                                                      ^ [OfBlockOutsideBlock] activation is OF_BLOCK, but this row is in no block
  Tensor hidden();

  @Dropout(rate = OF_BLOCK)
  //              ^ [OfBlockOutsideBlock] rate is OF_BLOCK, but this row is in no block
  Tensor kept(Tensor measures);

  @Reshape(targetShape = {4, OF_BLOCK})
  //                     ^ [OfBlockOutsideBlock] targetShape is OF_BLOCK, but this row is in no block
  Tensor square(Tensor measures);

  @Dense(units = 4, kernelInitializer = @Initialize(value = Initializer.RANDOM_UNIFORM, low = OF_BLOCK))
  //                                                                                          ^ [OfBlockOutsideBlock] low is OF_BLOCK, but this row is in no block
  Tensor code(Tensor measures);

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price(Tensor measures);
}
