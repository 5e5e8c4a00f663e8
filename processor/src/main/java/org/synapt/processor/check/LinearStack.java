package org.synapt.processor.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.layer.Regularization;
import org.synapt.processor.model.Entry;
import org.synapt.processor.model.Model;

/**
 * A dense layer without an activation in front of another: {@code (x · V + a) · W + b} is {@code x
 * · (V · W) + (a · W + b)}, which the second alone could say.
 *
 * <p>Not told of a first layer that is narrower than what it takes and what takes it: that has
 * fewer parameters than their product, which may be meant. Nor of a frozen one, which somebody has
 * trained before, nor of one whose values are regularized, so that they matter by themselves.
 */
final class LinearStack implements Check {

  @Override
  public boolean needsAllRows() {
    return true;
  }

  @Override
  public void check(Model model, Problems problems) {
    Succession succession = new Succession(model);
    Set<Origin> told = new HashSet<>();
    for (Entry second : model.entries()) {
      if (second.layer().is("Dense")) {
        linear(succession, second)
            .filter(first -> !isBottleneck(model, first, second))
            .ifPresent(first -> report(first, second, told, problems));
      }
    }
  }

  private static Optional<Entry> linear(Succession succession, Entry second) {
    Optional<Entry> at = succession.only(second);
    while (at.filter(LinearStack::keepsLines).isPresent()) {
      at = succession.only(at.get());
    }
    return at.filter(first -> first.layer().is("Dense"))
        .filter(first -> first.layer().constant("activation").equals("LINEAR"))
        .filter(first -> !Upstream.isFrozen(first))
        .filter(first -> Regularization.ofRow(first.layer()).isEmpty());
  }

  /** Whether, in a prediction at least, a layer gives what it takes, every value at its place. */
  private static boolean keepsLines(Entry entry) {
    return Upstream.disturbs(entry) || Upstream.isLinearActivation(entry);
  }

  private static boolean isBottleneck(Model model, Entry first, Entry second) {
    int units = first.layer().integer("units");
    return units < model.entry(first.operands().get(0)).shape().last()
        && units < second.layer().integer("units");
  }

  private static void report(Entry first, Entry second, Set<Origin> told, Problems problems) {
    boolean wide = first.layer().integer("units") >= second.layer().integer("units");
    Site site =
        wide
            ? Site.of(List.of(first, second), "units", "activation", "activityRegularizer")
            : Site.network();
    Origin origin = site.origin(first, "activation");
    if (told.add(origin)) {
      problems.add(
          Code.LinearStack,
          origin,
          "%s has no activation, so that %s and %s together are no more than one dense layer"
              .formatted(site.name(first), site.name(first), site.name(second)),
          "give %s one, such as RELU, or leave it out".formatted(site.name(first)));
    }
  }
}
