package org.synapt.processor.model;

import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Attribute;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.declaration.Row;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.layer.RecurrentRow;

/**
 * What recurrent layers hear of besides their own annotations: that their row reads in both
 * directions, and how many examples a batch has.
 *
 * <p>Problems: {@link Code#BidirectionalNotAllowed}, {@link Code#BatchSizesDiffer}.
 */
final class RecurrentSurroundings {
  private static final String BATCH_SIZE = RecurrentRow.BATCH_SIZE;

  private RecurrentSurroundings() {}

  /**
   * A layer with what it hears; any other as it is.
   *
   * @param row the row that declares the layer
   */
  static Mention of(Mention layer, Row row, Scope scope, int batchSize) {
    if (RecurrentRow.of(layer).isEmpty()) {
      return layer;
    }
    Mention sized = layer.with(BATCH_SIZE, new Attribute(batchSize, false, layer.origin()));
    return row.mention("Bidirectional")
        .map(scope::substitute)
        .map(it -> sized.with(RecurrentRow.BIDIRECTIONAL, new Attribute(it, true, it.origin())))
        .orElse(sized);
  }

  /** Whether {@code @Bidirectional} stands where it means something, if it stands there at all. */
  static boolean check(Row row, Mention layer, Problems problems) {
    Optional<Mention> both = row.mention("Bidirectional");
    if (both.isEmpty() || RecurrentRow.of(layer).isPresent()) {
      return true;
    }
    problems.add(
        Code.BidirectionalNotAllowed,
        both.get().origin(),
        layer.is("Apply")
            ? "%s applies a layer that exists already".formatted(row.name())
            : "@%s does not read step by step".formatted(layer.name()),
        layer.is("Apply")
            ? "put @Bidirectional on the row that declares the layer"
            : "put it on a row of @LSTM, @GRU or @SimpleRNN");
    return false;
  }

  /** The batch size that inputs state; 0 if none does. */
  static int batchSize(List<Row> rows, Problems problems) {
    int size = 0;
    String first = "";
    for (Row row : rows) {
      Optional<Mention> input = row.mention("Input");
      int stated = input.map(it -> it.integer(BATCH_SIZE)).orElse(0);
      if (stated > 0 && size > 0 && stated != size) {
        problems.add(
            Code.BatchSizesDiffer,
            input.get().origin(BATCH_SIZE),
            "a batch has %s examples of %s, but %s of %s"
                .formatted(stated, row.name(), size, first),
            "state the same batchSize: a batch has as many examples of every input");
      } else if (stated > 0 && size == 0) {
        size = stated;
        first = row.name();
      }
    }
    return size;
  }
}
