package org.synapt.processor.cost;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The rows of a declaration by what they cost; all copies of a repeated row, and all that a block
 * stands for, together.
 */
final class Ranking {
  private static final int NAMED = 3;

  private final Map<String, Long> costs;

  private Ranking(Map<String, Long> costs) {
    this.costs = costs;
  }

  /** By the parameters that go under a row's name, be they applied in others. */
  static Ranking ofParameters(Costs costs) {
    Map<String, Long> parameters = new LinkedHashMap<>();
    costs.rows().forEach(it -> parameters.merge(owner(it), it.parameters(), Long::sum));
    return new Ranking(parameters);
  }

  /** {@code trunk} for {@code trunk[2].inner}. */
  private static String owner(RowCost row) {
    return row.entry().owner().split("[\\[.]", 2)[0];
  }

  static Ranking ofFlops(Costs costs) {
    Map<String, Long> flops = new LinkedHashMap<>();
    costs.rows().forEach(it -> flops.merge(it.entry().outer(), it.flops(), Long::sum));
    return new Ranking(flops);
  }

  static Ranking ofMemory(Costs costs, Function<RowCost, Memory> memory) {
    Map<String, Memory> places = new LinkedHashMap<>();
    costs.rows().forEach(it -> places.merge(it.entry().outer(), memory.apply(it), Memory::and));
    Map<String, Long> bytes = new LinkedHashMap<>();
    places.forEach((row, taken) -> bytes.put(row, taken.bytes()));
    return new Ranking(bytes);
  }

  /** The names of the costliest rows, at most three. */
  List<String> names() {
    return costs.entrySet().stream()
        .filter(row -> row.getValue() > 0)
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(NAMED)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** {@code hidden1 2,000, hidden2 1,600}. */
  String numbers() {
    return names().stream()
        .map(name -> String.format(Locale.ROOT, "%s %,d", name, costs.getOrDefault(name, 0L)))
        .collect(joining(", "));
  }

  /** {@code hidden1 392,500 (59 %), hidden2 250,500 (37 %)}. */
  String shares(long total) {
    return names().stream().map(name -> share(name, total)).collect(joining(", "));
  }

  private String share(String name, long total) {
    long cost = costs.getOrDefault(name, 0L);
    return String.format(Locale.ROOT, "%s %,d (%.0f %%)", name, cost, 100.0 * cost / total);
  }
}
