package org.synapt.processor.model;

import java.util.List;
import org.synapt.processor.diagnostic.Problem;

/**
 * The body of a block, resolved.
 *
 * @param rows its rows, as far as they can be resolved
 * @param problems what is wrong with it whatever its use
 * @param usable whether it can be used
 */
record Body(List<ResolvedRow> rows, List<Problem> problems, boolean usable) {
  static final Body NONE = new Body(List.of(), List.of(), false);

  /** Copies the lists. */
  Body {
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
  }

  /** The rows that stand for the operands of the block, in order. */
  List<ResolvedRow> inputs() {
    return rows.stream().filter(ResolvedRow::input).toList();
  }

  /** The row whose value the block gives. */
  ResolvedRow result() {
    return rows.get(rows.size() - 1);
  }
}
