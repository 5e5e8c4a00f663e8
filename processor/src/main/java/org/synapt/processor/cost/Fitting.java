package org.synapt.processor.cost;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.synapt.processor.declaration.Attribute;
import org.synapt.processor.declaration.Declaration;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.declaration.Row;

/**
 * How many units a row may have for a network to stay within a limit: planned anew with fewer,
 * halving what is left to try.
 *
 * @param planning what a declaration costs; empty if something is wrong with it
 */
record Fitting(
    Declaration declaration,
    Function<Declaration, Optional<Costs>> planning,
    Limit limit,
    long allowed) {
  private static final String UNITS = "units";

  /** The most units that a row may have; empty if the row has none of its own to give away. */
  Optional<Integer> units(String name) {
    return declaration.rows().stream()
        .filter(row -> row.name().equals(name) && row.mention("Output").isEmpty())
        .flatMap(row -> row.layers().stream().flatMap(layer -> units(row, layer).stream()))
        .findFirst();
  }

  private Optional<Integer> units(Row row, Mention layer) {
    Attribute stated = layer.attributes().get(UNITS);
    if (stated == null || !(stated.value() instanceof Integer most) || !fits(row, layer, 1)) {
      return Optional.empty();
    }
    int fitting = 1;
    int tooMany = most;
    while (tooMany - fitting > 1) {
      int middle = fitting + (tooMany - fitting) / 2;
      if (fits(row, layer, middle)) {
        fitting = middle;
      } else {
        tooMany = middle;
      }
    }
    return Optional.of(fitting);
  }

  private boolean fits(Row row, Mention layer, int units) {
    Attribute stated = layer.attribute(UNITS);
    Mention changed = layer.with(UNITS, new Attribute(units, stated.stated(), stated.origin()));
    List<Mention> mentions =
        row.mentions().stream().map(it -> it.equals(layer) ? changed : it).toList();
    Row narrow =
        new Row(row.name(), row.layer(), mentions, row.operands(), row.state(), row.origin());
    List<Row> rows = declaration.rows().stream().map(it -> it.equals(row) ? narrow : it).toList();
    return planning
        .apply(declaration.withRows(rows))
        .filter(costs -> limit.of(costs) <= allowed)
        .isPresent();
  }
}
