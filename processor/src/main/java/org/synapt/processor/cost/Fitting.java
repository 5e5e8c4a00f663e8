package org.synapt.processor.cost;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.synapt.processor.declaration.Attribute;
import org.synapt.processor.declaration.Declaration;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.declaration.Row;

/**
 * How many units or filters a row may have for a network to stay within a limit: planned anew with
 * fewer, halving what is left to try.
 *
 * @param planning what a declaration costs; empty if something is wrong with it
 */
record Fitting(
    Declaration declaration,
    Function<Declaration, Optional<Costs>> planning,
    Limit limit,
    long allowed) {
  private static final List<String> WIDTHS = List.of("units", "filters");

  /**
   * How wide a row may be.
   *
   * @param attribute what the row has so many of: {@code units} or {@code filters}
   * @param most the most that fit
   */
  record Width(String attribute, int most) {}

  /**
   * The most units or filters that a row may have; empty if it has none of its own to give away.
   */
  Optional<Width> width(String name) {
    return declaration.rows().stream()
        .filter(row -> row.name().equals(name) && row.mention("Output").isEmpty())
        .flatMap(row -> row.layers().stream().flatMap(layer -> widths(row, layer)))
        .findFirst();
  }

  private Stream<Width> widths(Row row, Mention layer) {
    return WIDTHS.stream()
        .flatMap(
            attribute ->
                most(row, layer, attribute).map(most -> new Width(attribute, most)).stream());
  }

  private Optional<Integer> most(Row row, Mention layer, String attribute) {
    Attribute stated = layer.attributes().get(attribute);
    if (stated == null
        || !(stated.value() instanceof Integer most)
        || !fits(row, layer, attribute, 1)) {
      return Optional.empty();
    }
    int fitting = 1;
    int tooMany = most;
    while (tooMany - fitting > 1) {
      int middle = fitting + (tooMany - fitting) / 2;
      if (fits(row, layer, attribute, middle)) {
        fitting = middle;
      } else {
        tooMany = middle;
      }
    }
    return Optional.of(fitting);
  }

  private boolean fits(Row row, Mention layer, String attribute, int width) {
    Attribute stated = layer.attribute(attribute);
    Mention changed = layer.with(attribute, new Attribute(width, stated.stated(), stated.origin()));
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
