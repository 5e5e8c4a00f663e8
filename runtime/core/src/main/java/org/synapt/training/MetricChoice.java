package org.synapt.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.synapt.metric.Comparison;
import org.synapt.metric.Metric;
import org.synapt.metric.Tally;
import org.synapt.network.OutputSpec;
import org.synapt.network.Signature;

/**
 * Which metrics are told of which output, and the names of all that is reported.
 *
 * <p>Names are Keras 2's: {@code loss}; with several outputs the loss of each; then the metrics.
 */
final class MetricChoice {
  private static final Set<String> CLASSIFICATION =
      Collections.unmodifiableSet(
          new HashSet<>(
              Arrays.asList(
                  "categorical_crossentropy",
                  "sparse_categorical_crossentropy",
                  "binary_crossentropy")));

  private final List<OutputSpec> outputs;
  private final List<List<Metric>> metrics = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  /** The metrics chosen for all outputs; where there are none, accuracy for classifications. */
  MetricChoice(Signature signature, Optional<List<Metric>> chosen) {
    this.outputs = signature.outputs();
    for (OutputSpec output : outputs) {
      metrics.add(chosen.orElseGet(() -> usual(output)));
    }
    name();
  }

  private static List<Metric> usual(OutputSpec output) {
    return CLASSIFICATION.contains(output.loss().toLowerCase(Locale.ROOT))
        ? Collections.singletonList(Metric.accuracy())
        : Collections.emptyList();
  }

  private void name() {
    names.add("loss");
    boolean several = outputs.size() > 1;
    if (several) {
      for (OutputSpec output : outputs) {
        names.add(output.name() + "_loss");
      }
    }
    for (int i = 0; i < metrics.size(); i++) {
      for (Metric metric : metrics.get(i)) {
        names.add(several ? outputs.get(i).name() + "_" + metric.name() : metric.name());
      }
    }
  }

  List<String> names() {
    return names;
  }

  /** Counts at 0, output by output. */
  Tally[][] tallies() {
    Tally[][] tallies = new Tally[outputs.size()][];
    for (int i = 0; i < tallies.length; i++) {
      OutputSpec output = outputs.get(i);
      Comparison comparison = comparison(output);
      tallies[i] =
          metrics.get(i).stream().map(metric -> metric.tally(comparison)).toArray(Tally[]::new);
    }
    return tallies;
  }

  private static Comparison comparison(OutputSpec output) {
    Comparison comparison = Comparison.of(output.loss(), output.shape());
    return output.logits() ? comparison.ofLogits() : comparison;
  }
}
