import static org.synapt.annotations.ActivationFunction.SIGMOID;
import static org.synapt.annotations.Input.ANY;
import static org.synapt.annotations.Input.ANY_2;
import static org.synapt.annotations.Loss.BINARY_CROSSENTROPY;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.Concatenate;
import org.synapt.annotations.Conv1D;
import org.synapt.annotations.Dense;
import org.synapt.annotations.Flatten;
import org.synapt.annotations.Input;
import org.synapt.annotations.Network;
import org.synapt.annotations.Output;
import org.synapt.annotations.Tensor;

@Network
interface Bad {
  @Input(shape = {ANY, 16})
  Tensor words();

  @Dense(units = 8)
  Tensor hidden();

  @Flatten
  Tensor flat(Tensor hidden);
  //                 ^ [ExtentNeeded] flatten needs a number where axis 0 of hidden [any, 8] is any

  @Conv1D(filters = 4, kernelSize = 3)
  Tensor edges(Tensor hidden);
  //                  ^ [ExtentNeeded] conv1D(4, 3) needs a number where axis 0 of hidden [any, 8] is any

  @Output(loss = BINARY_CROSSENTROPY)
  @Dense(units = 1, activation = SIGMOID)
  Tensor spam(Tensor flat);

  @Input(shape = {ANY, ANY_2})
  Tensor scores();

  @Dense(units = 3)
  Tensor mixed(Tensor scores);
  //                  ^ [ExtentNeeded] dense(3) needs a number where axis 1 of scores [any, any2] is any2

  @Output(loss = MEAN_SQUARED_ERROR)
  @Concatenate(axis = 0)
  Tensor joined(Tensor words, Tensor hidden);
  //                   ^ [ExtentNeeded] concatenate(axis 0) needs a number where axis 0 of words [any, 16] is any
}
