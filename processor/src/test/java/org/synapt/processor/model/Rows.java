package org.synapt.processor.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.synapt.processor.declaration.Declaration;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.declaration.Operand;
import org.synapt.processor.declaration.Row;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.layer.Mentions;

/** Declarations without a compiler. */
final class Rows {
  private Rows() {}

  static Declaration network(Row... rows) {
    return new Declaration("", List.of("Example"), List.of(rows), Origin.NOWHERE);
  }

  /** A row whose operands are tensors. */
  static Row row(String name, Mention layer, String... operands) {
    return new Row(
        name,
        false,
        List.of(layer),
        Arrays.stream(operands).map(it -> new Operand(it, false, Origin.NOWHERE)).toList(),
        Row.State.SOUND,
        Origin.NOWHERE);
  }

  static Row input(String name, Integer... shape) {
    return row(name, Mentions.of("Input", "shape", List.of(shape)));
  }

  static Row layer(String name, Mention layer) {
    return new Row(name, true, List.of(layer), List.of(), Row.State.SOUND, Origin.NOWHERE);
  }

  /** An {@code @Apply} row. */
  static Row apply(String name, String layer, String operand) {
    return new Row(
        name,
        false,
        List.of(Mentions.of("Apply")),
        List.of(
            new Operand(layer, true, Origin.NOWHERE), new Operand(operand, false, Origin.NOWHERE)),
        Row.State.SOUND,
        Origin.NOWHERE);
  }

  /** The same row with another annotation. */
  static Row with(Row row, Mention mention) {
    List<Mention> mentions = new ArrayList<>(row.mentions());
    mentions.add(mention);
    return new Row(row.name(), row.layer(), mentions, row.operands(), row.state(), row.origin());
  }

  static Row output(Row row) {
    return with(row, Mentions.of("Output", "loss", Mentions.constant("MEAN_SQUARED_ERROR")));
  }

  static Mention dense(int units) {
    return Mentions.of("Dense", "units", units);
  }
}
