package org.synapt.report;

import java.util.ArrayList;
import java.util.List;
import org.synapt.network.Network;
import org.synapt.network.OutputSpec;
import org.synapt.network.RowSpec;
import org.synapt.network.Signature;
import org.synapt.report.Page.Row;
import org.synapt.report.Page.Total;

/** A network row by row, as its declaration reads. */
final class NetworkTable {
  private NetworkTable() {}

  static List<Row> rows(Network network) {
    List<Row> rows = new ArrayList<>();
    for (RowSpec row : network.signature().rows()) {
      rows.add(row(row, network.signature().outputs()));
    }
    return rows;
  }

  private static Row row(RowSpec row, List<OutputSpec> outputs) {
    String kind = row.layer().equals("Input") ? "input" : "inner";
    String loss = "";
    for (OutputSpec output : outputs) {
      if (output.name().equals(row.name())) {
        kind = "output";
        loss = "loss: " + loss(output);
      }
    }
    return new Row(
        row.name(), kind, row.text(), shape(row.shape()), row.parameters(), row.operands(), loss);
  }

  /** {@code categorical_crossentropy · 0.5}, with its weight where that is not 1. */
  static String loss(OutputSpec output) {
    return output.weight() == 1 ? output.loss() : output.loss() + " · " + output.weight();
  }

  /** The extents of one example as the declaration has them: {@code 28 × 28 × 1}. */
  private static String shape(int[] extents) {
    return extents.length == 0
        ? "1 number"
        : Signature.text(extents).replaceAll("[\\[\\]]", "").replace(", ", " × ");
  }

  static List<Total> totals(Network network) {
    long all = network.signature().parameters();
    return List.of(
        new Total("parameters", all),
        new Total("trained", network.trained()),
        new Total("not trained", all - network.trained()));
  }
}
