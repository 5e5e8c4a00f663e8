package org.synapt.samples.bench;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Rounds as tables: a workload a row, a program a column, and ours beside the best of the others.
 */
final class ResultsTable {
  private static final String FLOAT32 = "synapt-onednn";
  private static final String BF16 = "synapt-onednn-bf16";

  private final Rounds rounds;

  ResultsTable(Rounds rounds) {
    this.rounds = rounds;
  }

  /** Markdown, a table for each metric of which there are figures. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (Metric metric : Metric.values()) {
      if (!rounds.workloads(metric.id()).isEmpty()) {
        text.append("\n## ").append(metric.title()).append("\n\n").append(table(metric));
      }
    }
    text.append(precision()).append(load());
    return text.toString();
  }

  private String table(Metric metric) {
    List<String> peers = rounds.peers(metric.id());
    List<String> ours = peers.stream().filter(RawLine::isOurs).toList();
    StringBuilder text = new StringBuilder();
    text.append(
        row(
            Stream.of(
                Stream.of("workload"),
                peers.stream(),
                ours.stream().map(peer -> peer + " to best"))));
    text.append(
        row(
            Stream.of(
                Stream.of("---"), Stream.generate(() -> "--:").limit(peers.size() + ours.size()))));
    for (String workload : rounds.workloads(metric.id())) {
      String best = rounds.best(workload, metric).orElse("");
      text.append(
          row(
              Stream.of(
                  Stream.of(workload),
                  peers.stream()
                      .map(
                          peer -> {
                            String cell = figures(rounds.values(workload, metric.id(), peer));
                            return peer.equals(best) ? "**" + cell + "**" : cell;
                          }),
                  ours.stream().map(peer -> times(rounds.ratiosToBest(workload, metric, peer))))));
    }
    return text.toString();
  }

  private static String row(Stream<Stream<String>> cells) {
    return cells.flatMap(part -> part).collect(joining(" | ", "| ", " |\n"));
  }

  /** Ours with shorter numbers, beside ours with all of them. */
  private String precision() {
    StringBuilder rows = new StringBuilder();
    for (Metric metric : List.of(Metric.TRAIN, Metric.INFER, Metric.LATENCY)) {
      for (String workload : rounds.workloads(metric.id())) {
        double[] ratios = rounds.ratios(workload, metric, BF16, FLOAT32);
        if (ratios.length > 0) {
          rows.append(row(Stream.of(Stream.of(workload, times(ratios)))));
        }
      }
    }
    return rows.length() == 0
        ? ""
        : "\n## bf16 beside float32, both ours\n\n| workload | bf16 to float32 |\n| --- | --: |\n"
            + rows;
  }

  private String load() {
    double[] others = rounds.values("other_cpu");
    String failures = rounds.failures();
    return String.format(
            Locale.ROOT,
            "%nOther programs took %.1f %% of the machine meanwhile (median; at most %.1f %%).%n",
            Rounds.median(others),
            DoubleStream.of(others).max().orElse(Double.NaN))
        + (failures.isEmpty() ? "" : "\nFailed: " + failures + ".\n");
  }

  /** {@code 40,260 (38,100 to 41,900)}. */
  private static String figures(double[] values) {
    double[] known = DoubleStream.of(values).filter(Double::isFinite).sorted().toArray();
    return known.length == 0
        ? ""
        : number(Rounds.median(known)) + range(number(known[0]), number(known[known.length - 1]));
  }

  private static String number(double value) {
    String form = value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, form, value);
  }

  /** {@code 1.82x (1.71 to 1.90)}. */
  private static String times(double[] ratios) {
    double[] sorted = Arrays.stream(ratios).sorted().toArray();
    return sorted.length == 0
        ? ""
        : number(Rounds.median(sorted))
            + "x"
            + range(number(sorted[0]), number(sorted[sorted.length - 1]));
  }

  private static String range(String least, String most) {
    return least.equals(most) ? "" : " (" + least + " to " + most + ")";
  }
}
