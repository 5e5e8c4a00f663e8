package org.synapt.processor.card;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.synapt.processor.model.Entry;
import org.synapt.processor.model.Model;
import org.synapt.processor.model.OutputEntry;

/**
 * The boxes of a network's graph: one for each entry, or, where these are too many for an eye, one
 * for each row of the declaration.
 */
final class Drawing {
  private static final int MOST_ENTRIES = 40;

  /** A formula may be long. */
  private static final int LONGEST_LINE = 40;

  /** GitHub draws no more than 500 arrows. */
  private static final int MOST_BOXES = 200;

  private final Model model;
  private final Function<Entry, String> name;
  private final Map<String, List<Entry>> groups = new LinkedHashMap<>();

  private Drawing(Model model) {
    this.model = model;
    this.name = model.entries().size() > MOST_ENTRIES ? Entry::outer : Entry::name;
    for (Entry entry : model.entries()) {
      groups.computeIfAbsent(name.apply(entry), it -> new ArrayList<>()).add(entry);
    }
  }

  /** The boxes, operands before those that take them; none if there are too many to draw. */
  static List<Box> of(Model model) {
    Drawing drawing = new Drawing(model);
    return drawing.groups.size() > MOST_BOXES
        ? List.of()
        : drawing.groups.keySet().stream().map(drawing::box).toList();
  }

  private Box box(String group) {
    List<Entry> entries = groups.getOrDefault(group, List.of());
    Entry last = entries.get(entries.size() - 1);
    List<String> lines = new ArrayList<>(List.of(group));
    lines.add(entries.size() == 1 ? shortened(last.describe()) : entries.size() + " rows");
    lines.add(last.shape().batched());
    Box.Kind kind = last.input() ? Box.Kind.INPUT : Box.Kind.HIDDEN;
    for (OutputEntry output : model.outputs()) {
      if (entries.stream().anyMatch(entry -> entry.name().equals(output.entry()))) {
        lines.add(shortened(CardFacts.loss(output)));
        kind = Box.Kind.OUTPUT;
      }
    }
    return new Box(group, lines, kind, operands(group, entries));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE - 3) + "...";
  }

  private List<String> operands(String group, List<Entry> entries) {
    Set<String> operands = new LinkedHashSet<>();
    for (Entry entry : entries) {
      entry.operands().forEach(operand -> operands.add(name.apply(model.entry(operand))));
    }
    operands.remove(group);
    return List.copyOf(operands);
  }
}
