package org.synapt.samples.bench;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Figures of several rounds, in each of which every program ran once. */
final class Rounds {
  private final List<RawLine> lines;

  Rounds(Collection<RawLine> lines) {
    this.lines = List.copyOf(lines);
  }

  /** The workloads of which there is a figure, as {@link Workload} has them; others come last. */
  Set<String> workloads(String metric) {
    Set<String> found = new TreeSet<>();
    lines.stream()
        .filter(line -> line.metric().equals(metric))
        .map(RawLine::workload)
        .forEach(found::add);
    Set<String> ordered = new LinkedHashSet<>();
    Arrays.stream(Workload.values())
        .map(Workload::id)
        .filter(found::contains)
        .forEach(ordered::add);
    ordered.addAll(found);
    return ordered;
  }

  /** The programs that have such a figure of any workload: others' first, each by name. */
  List<String> peers(String metric) {
    Set<String> found = new TreeSet<>();
    lines.stream()
        .filter(line -> line.metric().equals(metric))
        .map(RawLine::peer)
        .forEach(found::add);
    return found.stream()
        .sorted((a, b) -> Boolean.compare(RawLine.isOurs(a), RawLine.isOurs(b)))
        .toList();
  }

  /** A program's figures, one of each round. */
  double[] values(String workload, String metric, String peer) {
    return lines.stream()
        .filter(line -> line.workload().equals(workload) && line.metric().equals(metric))
        .filter(line -> line.peer().equals(peer))
        .mapToDouble(RawLine::value)
        .toArray();
  }

  /** All programs' figures. */
  double[] values(String metric) {
    return lines.stream()
        .filter(line -> line.metric().equals(metric))
        .mapToDouble(RawLine::value)
        .toArray();
  }

  /** Which of the others has the best median. */
  Optional<String> best(String workload, Metric metric) {
    return peers(metric.id()).stream()
        .filter(peer -> !RawLine.isOurs(peer))
        .filter(peer -> values(workload, metric.id(), peer).length > 0)
        .max(
            (a, b) ->
                Double.compare(
                    metric.merit(median(values(workload, metric.id(), a))),
                    metric.merit(median(values(workload, metric.id(), b)))));
  }

  /** How many times as good a program was as the best of the others, in each round. */
  double[] ratiosToBest(String workload, Metric metric, String peer) {
    return ratios(workload, metric, peer, other -> !RawLine.isOurs(other));
  }

  /** How many times as good a program was as another, in each round. */
  double[] ratios(String workload, Metric metric, String peer, String to) {
    return ratios(workload, metric, peer, to::equals);
  }

  private double[] ratios(String workload, Metric metric, String peer, Predicate<String> others) {
    return of(workload, metric)
        .filter(line -> line.peer().equals(peer))
        .mapMulti(
            (RawLine line, Consumer<Double> ratios) -> {
              OptionalDouble best =
                  of(workload, metric)
                      .filter(other -> other.round() == line.round() && others.test(other.peer()))
                      .mapToDouble(other -> metric.merit(other.value()))
                      .max();
              best.ifPresent(merit -> ratios.accept(metric.merit(line.value()) / merit));
            })
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private Stream<RawLine> of(String workload, Metric metric) {
    return lines.stream()
        .filter(line -> line.workload().equals(workload) && line.metric().equals(metric.id()));
  }

  /** The middle one; the mean of both where there are two. */
  static double median(double[] values) {
    double[] sorted = DoubleStream.of(values).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length == 0
        ? Double.NaN
        : sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** What failed, a program and workload each. */
  String failures() {
    return lines.stream()
        .filter(line -> line.metric().equals("failed"))
        .map(line -> line.peer() + " at " + line.workload())
        .distinct()
        .collect(joining(", "));
  }
}
