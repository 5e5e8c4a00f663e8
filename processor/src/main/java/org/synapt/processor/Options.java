package org.synapt.processor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.synapt.processor.card.CardFormat;
import org.synapt.processor.diagnostic.Spelling;

/**
 * What the compiler is told with {@code -A}.
 *
 * @param dump the room of which to print what leaves it; empty for none
 * @param card the format of the cards to be written
 * @param nd4j whether adapters for ND4J are to be written
 */
record Options(String dump, Optional<CardFormat> card, boolean nd4j) {
  static final String DUMP = "synapt.dump";
  static final String CARD = "synapt.card";
  static final String ND4J = "synapt.nd4j";

  private static final String PREFIX = "synapt.";
  private static final List<String> NAMES = List.of(CARD, DUMP, ND4J);
  private static final List<String> ROOMS =
      List.of(
          "declaration", "model", "check", "graph", "gradient", "plan", "cost", "emission", "card");

  private static final List<String> SWITCH = List.of("false", "true");

  static final Options NONE = new Options("", Optional.empty(), false);

  /**
   * Reads the options.
   *
   * @param all the compiler's, those of other processors too
   * @param warn takes what is wrong with ours
   */
  static Options of(Map<String, String> all, Consumer<String> warn) {
    for (String name : new TreeMap<>(all).keySet()) {
      if (name.startsWith(PREFIX) && !NAMES.contains(name)) {
        warn.accept(unknown("there is no option " + name, name, NAMES));
      }
    }
    String dump = value(all, DUMP);
    if (all.containsKey(DUMP) && !ROOMS.contains(dump)) {
      warn.accept(unknown(DUMP, "room", dump, ROOMS));
    }
    String card = value(all, CARD);
    Optional<CardFormat> format = CardFormat.named(card);
    if (all.containsKey(CARD) && format.isEmpty()) {
      warn.accept(unknown(CARD, "format", card, CardFormat.names()));
    }
    String nd4j = value(all, ND4J);
    if (all.containsKey(ND4J) && !SWITCH.contains(nd4j)) {
      warn.accept(unknown(ND4J, "value", nd4j, SWITCH));
    }
    return new Options(dump, format, nd4j.equals("true"));
  }

  /** An option without {@code =} has no value at all. */
  private static String value(Map<String, String> all, String name) {
    return Optional.ofNullable(all.get(name)).orElse("");
  }

  private static String unknown(String option, String kind, String value, List<String> known) {
    return value.isEmpty()
        ? "%s names no %s; known are %s".formatted(option, kind, String.join(", ", known))
        : unknown("%s: there is no %s %s".formatted(option, kind, value), value, known);
  }

  private static String unknown(String finding, String name, List<String> known) {
    return Spelling.closest(name, known)
        .map(meant -> "%s; did you mean %s?".formatted(finding, meant))
        .orElse("%s; known are %s".formatted(finding, String.join(", ", known)));
  }
}
