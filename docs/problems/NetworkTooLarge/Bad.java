import static org.synapt.annotations.ActivationFunction.RELU;
import static org.synapt.annotations.ActivationFunction.SIGMOID;
import static org.synapt.annotations.Loss.MEAN_SQUARED_ERROR;

import org.synapt.annotations.*;

@Network
interface Bad {
  @Input(shape = 40_000)
  Tensor pixels();

  @Dense(units = 40_000, activation = RELU)
  Tensor hidden1();
  //     ^ [NetworkTooLarge] the network has 3,200,120,001 parameters, 1,600,040,000 of them in hidden1

  @Dense(units = 40_000, activation = RELU)
  Tensor hidden2();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Tensor price();

  @Network
  interface Wide {
    @Input(shape = 2_000_000_000)
    Tensor many();
    //     ^ [NetworkTooLarge] the network has 6,000,000,000 values of an example, 2,000,000,000 of them in many

    @Activation(RELU)
    Tensor positive();

    @Output(loss = MEAN_SQUARED_ERROR)
    @Activation(SIGMOID)
    Tensor share();
  }

  @Network
  interface Deep {
    @Input(shape = 8)
    Tensor x();

    @Dense(units = 8)
  //^ [NetworkTooLarge] with all blocks and repetitions written out, deep[999] is row 1,001
    @Repeat(1_000_000_000)
    Tensor deep();

    @Output(loss = MEAN_SQUARED_ERROR)
    @Dense(units = 1)
    Tensor y();
  }

  @Network
  interface Vast {
//^ [NetworkTooLarge] training takes more values and gradients for an example than an index counts
    @Input(shape = {30_000, 30_000, 1})
    Tensor image();

    @GlobalMaxPooling2D
    Tensor brightest();

    @Output(loss = MEAN_SQUARED_ERROR)
    @Dense(units = 1)
    Tensor level();
  }
}
