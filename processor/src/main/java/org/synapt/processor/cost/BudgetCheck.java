package org.synapt.processor.cost;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.synapt.processor.declaration.Declaration;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;

/**
 * Compares what a network costs with what it may cost.
 *
 * <p>Problems: {@link Code#BudgetExceeded}.
 */
public final class BudgetCheck {
  private final Declaration declaration;
  private final Function<Declaration, Optional<Costs>> planning;
  private final Problems problems;

  private BudgetCheck(
      Declaration declaration, Function<Declaration, Optional<Costs>> planning, Problems problems) {
    this.declaration = declaration;
    this.planning = planning;
    this.problems = problems;
  }

  /**
   * Tells of every limit that is exceeded.
   *
   * @param costs what the declaration costs
   * @param planning what another would cost; empty if something is wrong with it
   */
  public static void check(
      Declaration declaration,
      Costs costs,
      Function<Declaration, Optional<Costs>> planning,
      Problems problems) {
    BudgetCheck check = new BudgetCheck(declaration, planning, problems);
    declaration
        .budget()
        .ifPresent(
            budget -> {
              for (Limit limit : Limit.values()) {
                check.check(limit, budget, costs);
              }
            });
  }

  private void check(Limit limit, Mention budget, Costs costs) {
    long allowed = budget.whole(limit.attribute());
    long cost = limit.of(costs);
    if (allowed > 0 && cost > allowed) {
      problems.add(
          Code.BudgetExceeded,
          budget.origin(limit.attribute()),
          String.format(
              Locale.ROOT,
              "%s: %,d, but the budget is %,d: %s",
              limit.attribute(),
              cost,
              allowed,
              limit.where(costs)),
          remedy(limit, allowed, costs));
    }
  }

  private String remedy(Limit limit, long allowed, Costs costs) {
    Fitting fitting = new Fitting(declaration, planning, limit, allowed);
    for (String row : limit.ranking(costs).names()) {
      Optional<Fitting.Width> width = fitting.width(row);
      if (width.isPresent()) {
        return String.format(
            Locale.ROOT,
            "%s with %,d %s would fit; or allow more",
            row,
            width.get().most(),
            width.get().attribute());
      }
    }
    return "make these rows smaller, or allow more";
  }
}
