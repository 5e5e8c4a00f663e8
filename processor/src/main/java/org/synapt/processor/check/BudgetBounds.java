package org.synapt.processor.check;

import java.util.List;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.model.Model;

/** A budget below nothing. */
final class BudgetBounds implements Check {

  @Override
  public void check(Model model, Problems problems) {
    model.declaration().budget().ifPresent(budget -> check(budget, problems));
  }

  private static void check(Mention budget, Problems problems) {
    for (String attribute : List.copyOf(budget.attributes().keySet())) {
      if (budget.whole(attribute) < 0) {
        problems.add(
            Code.AttributeOutOfRange,
            budget.origin(attribute),
            "%s = %s is below 0".formatted(attribute, budget.whole(attribute)),
            "state the most that it may be; 0 is any number");
      }
    }
  }
}
