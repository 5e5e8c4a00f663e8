package org.synapt.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.synapt.data.Column;
import org.synapt.metric.Comparison;
import org.synapt.metric.Metric;
import org.synapt.metric.Tally;
import org.synapt.network.OutputSpec;
import org.synapt.network.Signature;
import org.synapt.text.Nearest;

/**
 * Which metrics are told of which output, and the names of all that is reported.
 *
 * <p>Names are Keras's: {@code loss}; with several outputs the loss of each; then the metrics, of
 * which a second with the same name is numbered: {@code precision}, {@code precision_1}.
 */
final class MetricChoice {
  private static final Set<String> CLASSIFICATION =
      Collections.unmodifiableSet(
          new HashSet<>(
              Arrays.asList(
                  "categorical_crossentropy",
                  "sparse_categorical_crossentropy",
                  "binary_crossentropy")));

  private final Signature signature;
  private final List<OutputSpec> outputs;
  private final List<List<Metric>> metrics = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final Map<String, Metric> named = new HashMap<>();

  /** The metrics chosen for all outputs; where there are none, accuracy for classifications. */
  MetricChoice(Signature signature, Optional<List<Metric>> chosen) {
    this(signature, chosen, Collections.emptyMap());
  }

  /**
   * The metrics chosen for single outputs, else those for all.
   *
   * @throws IllegalArgumentException if there is no such output, or a metric is there twice
   */
  MetricChoice(
      Signature signature, Optional<List<Metric>> chosen, Map<String, List<Metric>> byOutput) {
    this.signature = signature;
    this.outputs = signature.outputs();
    requireOutputs(byOutput.keySet());
    for (OutputSpec output : outputs) {
      List<Metric> own = byOutput.get(output.name());
      metrics.add(own != null ? own : chosen.orElseGet(() -> usual(output)));
    }
    name();
  }

  /**
   * Requires that metrics can be chosen for an output.
   *
   * @throws IllegalArgumentException if there is no such output, or a metric is there twice
   */
  static void requireSound(Signature signature, String output, List<Metric> chosen) {
    new MetricChoice(signature, Optional.empty(), Collections.singletonMap(output, chosen));
  }

  private void requireOutputs(Set<String> asked) {
    List<String> known = new ArrayList<>();
    for (OutputSpec output : outputs) {
      known.add(output.name());
    }
    for (String name : asked) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            signature.name()
                + " has no output "
                + name
                + " to measure; it has "
                + known
                + Nearest.suggestion(name, known));
      }
    }
  }

  private static List<Metric> usual(OutputSpec output) {
    return CLASSIFICATION.contains(output.loss().toLowerCase(Locale.ROOT)) && !hasAnyClasses(output)
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
      String prefix = several ? outputs.get(i).name() + "_" : "";
      Set<Metric> once = new HashSet<>();
      for (Metric metric : metrics.get(i)) {
        if (!once.add(metric)) {
          throw new IllegalArgumentException(
              metric + " is asked for twice at " + outputs.get(i).name());
        }
        name(prefix + metric.name(), metric);
      }
    }
  }

  /** A second metric of a name is numbered, but nothing takes the name of a loss. */
  private void name(String name, Metric metric) {
    String free = name;
    for (int number = 1; named.containsKey(free); number++) {
      free = name + "_" + number;
    }
    if (names.contains(free) || free.startsWith("val_")) {
      throw new IllegalArgumentException(
          "a metric cannot be named "
              + free
              + " in logs, where that is "
              + (free.startsWith("val_") ? "of a validation" : "a loss")
              + "; take another name for it: named(…)");
    }
    names.add(free);
    named.put(free, metric);
  }

  List<String> names() {
    return names;
  }

  /** The names of an epoch's logs, with or without those of its validation. */
  List<String> logNames(boolean validated) {
    List<String> all = new ArrayList<>(names);
    if (validated) {
      names.forEach(name -> all.add("val_" + name));
    }
    return Collections.unmodifiableList(all);
  }

  /** Whether a number in logs is better the larger it is; nothing where none has the name. */
  Optional<Boolean> largerIsBetter(String logName) {
    String name = logName.startsWith("val_") ? logName.substring("val_".length()) : logName;
    Metric metric = named.get(name);
    if (metric != null) {
      return Optional.of(metric.largerIsBetter());
    }
    return names.contains(name) ? Optional.of(false) : Optional.empty();
  }

  /**
   * Counts at 0, output by output.
   *
   * @throws IllegalArgumentException if a metric cannot take the targets of its output
   */
  Tally[][] tallies() {
    Tally[][] tallies = new Tally[outputs.size()][];
    for (int i = 0; i < tallies.length; i++) {
      OutputSpec output = outputs.get(i);
      tallies[i] =
          metrics.get(i).stream().map(metric -> tally(metric, output)).toArray(Tally[]::new);
    }
    return tallies;
  }

  /** Whether a batch decides how many classes are told apart. */
  private static boolean hasAnyClasses(OutputSpec output) {
    int[] shape = output.shape();
    return shape.length > 0
        && shape[shape.length - 1] < 0
        && output.loss().toLowerCase(Locale.ROOT).contains("categorical");
  }

  /** For each output what finds the steps that count; empty where all do. */
  List<Optional<CountedSteps>> counted() {
    List<Optional<CountedSteps>> counted = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      OutputSpec output = outputs.get(i);
      counted.add(output.masked() ? Optional.of(new CountedSteps(output, i)) : Optional.empty());
    }
    return counted;
  }

  private static Tally tally(Metric metric, OutputSpec output) {
    if (hasAnyClasses(output)) {
      throw new IllegalArgumentException(
          metric.name()
              + " needs to know how many classes there are, but "
              + output
              + " has as many as a batch decides; choose no metrics for it");
    }
    try {
      return metric.tally(comparison(output));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(output.name() + ": " + e.getMessage(), e);
    }
  }

  /**
   * Requires that targets are what the metrics of their outputs can take.
   *
   * @throws IllegalArgumentException if one is not; the message names the example
   */
  void check(BoundExamples examples) {
    Tally[][] tallies = tallies();
    int next = 0;
    for (int i = 0; i < tallies.length; i++) {
      String row = outputs.get(i).target();
      if (row.isEmpty()) {
        check(tallies[i], examples.target(next++));
      }
      for (int input = 0; input < signature.inputs().size(); input++) {
        if (signature.inputs().get(input).name().equals(row)) {
          check(tallies[i], examples.input(input));
        }
      }
    }
  }

  private static void check(Tally[] tallies, Column target) {
    for (Tally tally : tallies) {
      TargetCheck check = tally::finding;
      check.check(target);
    }
  }

  /**
   * What is compared: where steps may not count, each of those that do is an example of its own.
   */
  private static Comparison comparison(OutputSpec output) {
    int[] shape = output.shape();
    if (output.masked()) {
      shape[0] = 1;
    }
    Comparison comparison = Comparison.of(output.loss(), shape);
    return output.logits() ? comparison.ofLogits() : comparison;
  }
}
