package org.synapt.processor.model;

import java.util.List;
import java.util.OptionalInt;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problem;
import org.synapt.processor.diagnostic.Problems;

/**
 * Inputs that hold whole numbers, because rows look them up.
 *
 * <p>Problems: {@link Code#IdsAsNumbers}.
 */
public final class WholeNumbers {
  private WholeNumbers() {}

  /**
   * What the numbers of an input stay below; nothing if it may hold any numbers.
   *
   * @param input an entry of the model
   */
  public static OptionalInt below(Entry input, Model model) {
    return model.entries().stream()
        .filter(entry -> looksUp(entry, input))
        .mapToInt(entry -> entry.layer().integer("inputDim"))
        .min();
  }

  private static boolean looksUp(Entry entry, Entry input) {
    return isLookUp(entry) && entry.operands().contains(input.name());
  }

  private static boolean isLookUp(Entry entry) {
    return entry.layer().is("Embedding") || entry.layer().is("PositionalEmbedding");
  }

  /** Tells of inputs that some rows look up and others compute with. */
  static void check(List<ResolvedRow> rows, List<Entry> entries, Problems problems) {
    for (Entry input : entries) {
      if (input.input() && entries.stream().anyMatch(entry -> looksUp(entry, input))) {
        entries.stream()
            .filter(entry -> !isLookUp(entry) && entry.operands().contains(input.name()))
            .forEach(entry -> tell(input, entry, rows, problems));
      }
    }
  }

  private static void tell(
      Entry input, Entry computing, List<ResolvedRow> rows, Problems problems) {
    rows.stream()
        .filter(row -> row.name().equals(computing.outer()))
        .flatMap(row -> row.operands().stream())
        .filter(link -> link.row().name().equals(input.name()))
        .findFirst()
        .ifPresent(
            link ->
                problems.add(
                    new Problem(
                        Code.IdsAsNumbers,
                        link.origin(),
                        "%s computes with %s, but an @Embedding takes its numbers for those of rows"
                            .formatted(computing.outer(), input.name()),
                        "give what is computed with an @Input of its own")));
  }
}
