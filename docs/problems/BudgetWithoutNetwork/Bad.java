import static org.synapt.annotations.ActivationFunction.RELU;

import org.synapt.annotations.*;

final class Bad {
  @Block
  @Budget(parameters = 100)
//^ [BudgetWithoutNetwork] Hidden is no network, so that its budget limits nothing
  @interface Hidden {
    interface Body {
      @Input
      Tensor x();

      @Dense(units = 8, activation = RELU)
      Tensor y();
    }
  }
}
