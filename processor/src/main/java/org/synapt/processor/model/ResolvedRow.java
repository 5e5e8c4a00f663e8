package org.synapt.processor.model;

import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.declaration.Row;
import org.synapt.processor.diagnostic.Origin;

/**
 * A row of which is known what it does and to what; not yet whether the shapes allow it.
 *
 * @param row the row as declared
 * @param layer its layer annotation
 * @param operands the values it takes
 * @param applied the {@code Layer} row that an {@code @Apply} row applies
 */
record ResolvedRow(Row row, Mention layer, List<Link> operands, Optional<ResolvedRow> applied) {

  /** Copies the operands. */
  ResolvedRow {
    operands = List.copyOf(operands);
  }

  /**
   * An operand, found.
   *
   * @param row the row it is the value of
   * @param origin where it stands; the layer annotation if it is the row directly above
   */
  record Link(ResolvedRow row, Origin origin) {}

  String name() {
    return row.name();
  }

  boolean input() {
    return layer.is("Input");
  }

  /**
   * The row that says which layer is applied, how often, and under which name its parameters go.
   */
  ResolvedRow owner() {
    return applied.orElse(this);
  }

  Optional<Mention> output() {
    return row.mention("Output");
  }

  Optional<Mention> repeat() {
    return owner().row().mention("Repeat");
  }

  /**
   * The mark that the layer is applied to every step: of the row, or of the one that declares it.
   */
  Optional<Mention> timeDistributed() {
    return row.mention("TimeDistributed").or(() -> owner().row().mention("TimeDistributed"));
  }

  /** Whether the row, or the one whose layer it applies, says that it is not trained. */
  boolean frozen() {
    return owner().row().mention("Trainable").filter(it -> !it.flag("value")).isPresent();
  }
}
