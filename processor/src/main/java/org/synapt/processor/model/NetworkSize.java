package org.synapt.processor.model;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.synapt.processor.declaration.Declaration;
import org.synapt.processor.declaration.Row;
import org.synapt.processor.diagnostic.Code;
import org.synapt.processor.diagnostic.Problems;

/**
 * Checks that all parameters, and all values of one example, can be counted by one index each.
 *
 * <p>Problems: {@link Code#NetworkTooLarge}.
 */
final class NetworkSize {
  /** A method takes 255 words: itself, a count, and two for each array with its position. */
  private static final int MOST_ENDS = (255 - 2) / 2;

  private NetworkSize() {}

  static void check(List<Row> rows, List<Entry> entries, Problems problems) {
    Set<String> owners = new HashSet<>();
    List<Entry> trained = entries.stream().filter(entry -> owners.add(entry.owner())).toList();
    if (check("parameters", NetworkSize::parameters, rows, trained, problems)) {
      check("values of an example", entry -> entry.shape().size(), rows, entries, problems);
    }
  }

  /** Checks that a method of the generated class can take an array and a position for each end. */
  static void checkArguments(Declaration declaration, Problems problems) {
    long ends =
        declaration.rows().stream()
            .filter(row -> row.mention("Input").isPresent() || row.mention("Output").isPresent())
            .count();
    if (ends > MOST_ENDS) {
      problems.add(
          Code.NetworkTooLarge,
          declaration.origin(),
          String.format(Locale.ROOT, "the network has %,d inputs and outputs", ends),
          String.format(
              Locale.ROOT,
              "stay within %,d, which a Java method can take; let one input hold several",
              MOST_ENDS));
    }
  }

  private static boolean check(
      String what,
      ToLongFunction<Entry> size,
      List<Row> rows,
      List<Entry> entries,
      Problems problems) {
    long total = entries.stream().mapToLong(size).reduce(0, NetworkSize::plus);
    if (total <= Integer.MAX_VALUE) {
      return true;
    }
    Entry largest = entries.stream().max(Comparator.comparingLong(size)).orElseThrow();
    Optional<Row> row = rows.stream().filter(it -> it.name().equals(largest.outer())).findFirst();
    problems.add(
        Code.NetworkTooLarge,
        row.orElseThrow().origin(),
        String.format(
            Locale.ROOT,
            "the network has %,d %s, %,d of them in %s",
            total,
            what,
            size.applyAsLong(largest),
            largest.name()),
        String.format(
            Locale.ROOT, "stay below %,d, which is what an index counts", Integer.MAX_VALUE));
    return false;
  }

  private static long parameters(Entry entry) {
    return entry.parameters().stream()
        .mapToLong(parameter -> parameter.shape().size())
        .reduce(0, NetworkSize::plus);
  }

  private static long plus(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }
}
