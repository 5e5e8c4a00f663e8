package org.synapt.processor.check;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.model.Entry;
import org.synapt.processor.model.Model;

/**
 * A bias that a normalization over the batch takes away again: {@code (x + b) − mean(x + b)} is
 * {@code x − mean(x)}, and the normalization has a shift of its own.
 *
 * <p>Reported once for a network and once for the body of a block, with the names of all rows.
 *
 * <p>Source: Ioffe and Szegedy, Batch Normalization, 2015, section 3.2.
 */
final class BiasBeforeNormalization implements Check {
  /** Their bias is one number for each of the last axis; that of others has a place too. */
  private static final Set<String> ONE_FOR_A_CHANNEL =
      Set.of(
          "Dense",
          "Conv1D",
          "Conv2D",
          "Conv3D",
          "SeparableConv1D",
          "SeparableConv2D",
          "DepthwiseConv1D",
          "DepthwiseConv2D",
          "Conv1DTranspose",
          "Conv2DTranspose",
          "Conv3DTranspose");

  /** As many rows as a message names. */
  private static final int NAMED = 3;

  @Override
  public boolean needsAllRows() {
    return true;
  }

  @Override
  public void check(Model model, Problems problems) {
    Succession succession = new Succession(model);
    Map<String, Integer> uses = new HashMap<>();
    model.entries().forEach(entry -> uses.merge(entry.owner(), 1, Integer::sum));
    Map<String, Map<Origin, String>> found = new LinkedHashMap<>();
    Set<Origin> told = new HashSet<>();
    for (Entry entry : model.entries()) {
      if (takesMeanAway(model, entry)) {
        succession
            .only(entry)
            .filter(biased -> uses.getOrDefault(biased.owner(), 0) == 1)
            .filter(BiasBeforeNormalization::isIdleBias)
            .ifPresent(biased -> note(biased, site(biased, entry), told, found));
      }
    }
    found.values().forEach(rows -> report(rows, problems));
  }

  private static void note(
      Entry biased, Site site, Set<Origin> told, Map<String, Map<Origin, String>> found) {
    Origin origin = site.origin(biased, "useBias");
    if (told.add(origin)) {
      found
          .computeIfAbsent(site.isBody() ? Site.path(biased) : "", it -> new LinkedHashMap<>())
          .put(origin, site.name(biased));
    }
  }

  private static Site site(Entry biased, Entry normalization) {
    return Site.of(List.of(biased, normalization), "useBias", "activation", "axis");
  }

  private static boolean takesMeanAway(Model model, Entry entry) {
    if (!entry.layer().is("BatchNormalization") || Upstream.isFrozen(entry)) {
      return false;
    }
    int axis = entry.layer().integer("axis");
    int rank = entry.ofStep(model.entry(entry.operands().get(0)).shape()).rank();
    return (axis < 0 ? axis + rank : axis) == rank - 1;
  }

  private static boolean isIdleBias(Entry entry) {
    return ONE_FOR_A_CHANNEL.contains(entry.layer().name())
        && entry.layer().flag("useBias")
        && entry.layer().constant("activation").equals("LINEAR")
        && !Upstream.isFrozen(entry);
  }

  private static void report(Map<Origin, String> rows, Problems problems) {
    List<String> names = List.copyOf(rows.values());
    String named = names.stream().limit(NAMED).collect(joining(", "));
    int more = names.size() - NAMED;
    problems.add(
        Code.BiasBeforeNormalization,
        rows.keySet().iterator().next(),
        names.size() == 1
            ? "%s has a bias, which the normalization behind it takes away again".formatted(named)
            : "%s%s have biases, which the normalizations behind them take away again"
                .formatted(named, more > 0 ? " and " + more + " more" : ""),
        "state useBias = false: the shift of the normalization does what the bias was to do");
  }
}
