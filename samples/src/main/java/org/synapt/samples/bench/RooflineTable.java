package org.synapt.samples.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The kernels of a step of training as a table: how long each took, and how long it had to. */
final class RooflineTable {
  private final Peak peak;
  private final double step;
  private final Map<String, Row> rows = new LinkedHashMap<>();

  /** Calls of one kernel with the same numbers. */
  private record Row(
      String name, String shape, int calls, Work work, double seconds, double least) {

    Row plus(Row other) {
      return new Row(
          name,
          shape,
          calls + other.calls,
          work.plus(other.work),
          seconds + other.seconds,
          least + other.least);
    }
  }

  RooflineTable(Peak peak, double step, List<KernelCall> calls) {
    this.peak = peak;
    this.step = step;
    for (KernelCall call : calls) {
      Row row =
          new Row(
              call.name(), call.shape(), 1, call.work(), call.seconds(), peak.seconds(call.work()));
      rows.merge(row.name() + row.shape(), row, Row::plus);
    }
  }

  /** Markdown; what takes longest comes first. */
  String text() {
    StringBuilder text =
        new StringBuilder(
            "| kernel | numbers | calls | us | of the step | GFLOP/s | GB/s | of the roof |\n"
                + "| --- | --- | --: | --: | --: | --: | --: | --: |\n");
    rows.values().stream()
        .sorted((a, b) -> Double.compare(b.seconds(), a.seconds()))
        .forEach(row -> text.append(line(row)));
    double kernels = rows.values().stream().mapToDouble(Row::seconds).sum();
    double least = rows.values().stream().mapToDouble(Row::least).sum();
    text.append(
        String.format(
            Locale.ROOT,
            "| all kernels |  | %d | %.1f | %.1f %% |  |  | %.0f %% |%n",
            rows.values().stream().mapToInt(Row::calls).sum(),
            kernels * 1e6,
            100 * kernels / step,
            100 * least / kernels));
    text.append(String.format(Locale.ROOT, "| the step |  |  | %.1f |  |  |  |  |%n", step * 1e6));
    return text.toString();
  }

  private String line(Row row) {
    Work each = new Work(row.work().operations() / row.calls(), row.work().bytes() / row.calls());
    boolean computes = peak.computing(each) > peak.moving(each);
    return String.format(
        Locale.ROOT,
        "| %s | %s | %d | %.1f | %.1f %% | %s | %.1f | %.0f %% %s |%n",
        row.name(),
        row.shape().replace("|", "\\|"),
        row.calls(),
        row.seconds() * 1e6,
        100 * row.seconds() / step,
        row.work().operations() == 0
            ? ""
            : String.format(Locale.ROOT, "%.1f", row.work().operations() / row.seconds() / 1e9),
        row.work().bytes() / row.seconds() / 1e9,
        100 * row.least() / row.seconds(),
        computes ? "computing" : "memory");
  }
}
