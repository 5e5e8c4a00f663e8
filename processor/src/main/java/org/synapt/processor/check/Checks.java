package org.synapt.processor.check;

import java.util.List;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.model.Model;

/** The rules there are. */
public final class Checks {

  /** In the order in which they are asked. */
  private static final List<Check> ALL =
      List.of(
          new BudgetBounds(),
          new LossMismatch(),
          new RegressionLossOnClasses(),
          new DenseOnImage(),
          new DropoutOnOutput(),
          new LinearStack(),
          new VanishingGradient(),
          new SmallInitializer(),
          new BiasBeforeNormalization(),
          new OddSideBeforePooling(),
          new LargePooling(),
          new LargeWindow(),
          new MaskLost(),
          new FlattenDominates());

  private Checks() {}

  /** Tells which rules a model breaks, of as much of it as is understood. */
  public static void check(Model model, Problems problems) {
    boolean whole = model.isWhole() && !problems.hasErrors();
    for (Check check : ALL) {
      if (whole || !check.needsAllRows()) {
        check.check(model, problems);
      }
    }
  }
}
