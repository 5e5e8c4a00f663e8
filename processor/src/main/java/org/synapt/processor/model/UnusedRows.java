package org.synapt.processor.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;

/**
 * Tells of rows that nothing comes of.
 *
 * <p>Problems: {@link Code#UnusedRow}.
 */
final class UnusedRows {
  private UnusedRows() {}

  /**
   * Checks the rows of a network or of a body, all of which are resolved.
   *
   * @param results the names of rows that are the reason for the others
   */
  static void check(List<ResolvedRow> rows, Set<String> results, Problems problems) {
    Set<String> used = new HashSet<>(results);
    for (ResolvedRow row : rows) {
      row.operands().forEach(link -> used.add(link.row().name()));
      row.applied().ifPresent(layer -> used.add(layer.name()));
    }
    for (ResolvedRow row : rows) {
      if (!used.contains(row.name())) {
        problems.add(
            Code.UnusedRow,
            row.row().origin(),
            "no row %s %s".formatted(row.row().layer() ? "applies" : "takes", row.name()),
            "use it or remove it; a row that is to be predicted is marked @Output");
      }
    }
  }
}
