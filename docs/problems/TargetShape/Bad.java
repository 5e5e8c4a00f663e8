import static org.synapt.annotations.ActivationFunction.SOFTMAX;
import static org.synapt.annotations.Loss.CATEGORICAL_CROSSENTROPY;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;
import static org.synapt.annotations.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;

import org.synapt.annotations.Dense;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = 784)
  Tensor pixels();

  @Output(loss = CATEGORICAL_CROSSENTROPY, targetShape = 1)
  //                                                     ^ [TargetShape] targets are stated to be [1], but digit [10] with categorical_crossentropy needs [10]
  @Dense(units = 10, activation = SOFTMAX)
  Tensor digit(Tensor pixels);

  @Output(loss = SPARSE_CATEGORICAL_CROSSENTROPY, targetShape = 10)
  //                                                            ^ [TargetShape] targets are stated to be [10], but number [10] with sparse_categorical_crossentropy needs single numbers
  @Dense(units = 10, activation = SOFTMAX)
  Tensor number(Tensor pixels);

  @Output(loss = MEAN_SQUARED_ERROR, targetShape = {28, 28})
  //                                               ^ [TargetShape] targets are stated to be [28, 28], but image [784] with mean_squared_error needs [784]
  @Dense(units = 784)
  Tensor image(Tensor pixels);
}
