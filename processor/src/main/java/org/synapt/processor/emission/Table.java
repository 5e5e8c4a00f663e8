package org.synapt.processor.emission;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.synapt.processor.layer.ParameterSpec;
import org.synapt.processor.model.Entry;
import org.synapt.processor.model.Model;

/** The table of a network that its class begins with. */
final class Table {
  private Table() {}

  static String of(Model model) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("value", "layer", "shape", "parameters"));
    long total = 0;
    Set<String> counted = new HashSet<>();
    for (Entry entry : model.entries()) {
      long parameters = counted.add(entry.owner()) ? parameters(entry) : 0;
      total += parameters;
      lines.add(
          List.of(
              entry.name(),
              entry.rule().describe(entry.layer()),
              entry.shape().batched(),
              number(parameters)));
    }
    lines.add(List.of("", "", "", number(total)));
    return text(lines);
  }

  static long parameters(Entry entry) {
    return entry.parameters().stream().map(ParameterSpec::shape).mapToLong(s -> s.size()).sum();
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String text(List<List<String>> lines) {
    int[] widths = new int[4];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    return lines.stream().map(line -> line(line, widths) + "\n").collect(joining());
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      text.append(cells.get(i)).append(" ".repeat(widths[i] - cells.get(i).length() + 3));
    }
    String last = cells.get(3);
    return escaped(text + " ".repeat(widths[3] - last.length()) + last);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;");
  }
}
