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
 * A dense layer or convolution without an activation in front of another: {@code (x · V + a) · W +
 * b} is {@code x · (V · W) + (a · W + b)}, which the second alone could say. Means between them are
 * linear too.
 *
 * <p>Not told of a first layer that is narrower than what it takes and what takes it: that has
 * fewer parameters than their product, which may be meant. Nor of convolutions that are factors of
 * one on purpose: of each channel by itself, of groups, of rows and then of columns, and transposed
 * ones, which make an image finer. Nor of a frozen layer, which somebody has trained before, nor of
 * one whose values are regularized, so that they matter by themselves.
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
      if (isWhole(second)) {
        linear(succession, second)
            .filter(first -> !isBottleneck(model, first, second))
            .filter(first -> !areRowsAndColumns(first, second))
            .ifPresent(first -> report(first, second, told, problems));
      }
    }
  }

  /** Whether a layer is linear but for its activation, and not meant as a factor of another. */
  private static boolean isWhole(Entry entry) {
    return entry.layer().is("Dense")
        || Images.isPlainConvolution(entry)
        || entry.layer().name().startsWith("Separable");
  }

  private static Optional<Entry> linear(Succession succession, Entry second) {
    Optional<Entry> at = succession.only(second);
    boolean flat = false;
    while (at.filter(entry -> keepsLines(entry) || entry.layer().is("Flatten")).isPresent()) {
      flat |= at.get().layer().is("Flatten");
      at = succession.only(at.get());
    }
    boolean flattened = flat;
    return at.filter(LinearStack::isWhole)
        .filter(first -> !flattened || Images.isConvolution(first))
        .filter(first -> first.layer().constant("activation").equals("LINEAR"))
        .filter(first -> !Upstream.isFrozen(first))
        .filter(first -> Regularization.ofRow(first.layer()).isEmpty());
  }

  /** Whether, in a prediction at least, a layer gives what it takes, or means of that. */
  private static boolean keepsLines(Entry entry) {
    return Upstream.disturbs(entry)
        || Upstream.isLinearActivation(entry)
        || Images.isMean(entry)
        || Images.isPadding(entry)
        || Images.isCropping(entry);
  }

  private static boolean isBottleneck(Model model, Entry first, Entry second) {
    int width = Images.width(first);
    return width < model.entry(first.operands().get(0)).shape().last()
        && width < Images.width(second);
  }

  /** Whether a window is split into one along some axes and one along others. */
  private static boolean areRowsAndColumns(Entry first, Entry second) {
    return Images.isConvolution(first)
        && Images.isConvolution(second)
        && isLonger(first, second)
        && isLonger(second, first);
  }

  /** Whether a window has several positions along an axis where another has one. */
  private static boolean isLonger(Entry one, Entry other) {
    List<Integer> sizes = Images.sizes(one);
    List<Integer> others = Images.sizes(other);
    boolean longer = false;
    for (int axis = 0; axis < Math.min(sizes.size(), others.size()); axis++) {
      longer |= sizes.get(axis) > 1 && others.get(axis) == 1;
    }
    return longer;
  }

  private static void report(Entry first, Entry second, Set<Origin> told, Problems problems) {
    boolean wide = Images.width(first) >= Images.width(second);
    Site site =
        wide
            ? Site.of(
                List.of(first, second),
                "units",
                "filters",
                "kernelSize",
                "groups",
                "activation",
                "activityRegularizer")
            : Site.network();
    Origin origin = site.origin(first, "activation");
    if (told.add(origin)) {
      problems.add(
          Code.LinearStack,
          origin,
          "%s has no activation, so that %s and %s together are no more than one %s"
              .formatted(
                  site.name(first), site.name(first), site.name(second), kind(first, second)),
          "give %s one, such as RELU, or leave it out".formatted(site.name(first)));
    }
  }

  private static String kind(Entry first, Entry second) {
    if (Images.isConvolution(first) == Images.isConvolution(second)) {
      return Images.isConvolution(first) ? "convolution" : "dense layer";
    }
    return "linear layer";
  }
}
