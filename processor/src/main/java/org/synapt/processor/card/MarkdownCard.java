package org.synapt.processor.card;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A card in the Markdown that GitHub shows. */
final class MarkdownCard {
  private static final String FENCE = "```";

  private final CardFacts facts;
  private final StringBuilder text = new StringBuilder();

  MarkdownCard(CardFacts facts) {
    this.facts = facts;
  }

  String text() {
    text.append("# ").append(facts.title()).append("\n\nThe network `").append(facts.className());
    text.append("`. Generated: change the declaration, not this file.\n\n");
    table(facts.totals(), 1);
    section("Inputs and outputs");
    table(facts.inputs(), 2);
    text.append('\n');
    table(facts.outputs(), 5);
    section("Rows");
    table(facts.rows(), 4);
    text.append("\nRows share memory, so that all together take less than the sum.\n");
    section("Graph");
    List<Box> boxes = Drawing.of(facts.model());
    if (boxes.isEmpty()) {
      text.append("Too many rows to be drawn; the table says what each takes.\n");
    } else {
      block("mermaid", flowchart(boxes));
    }
    section("In use");
    block("java", facts.loading());
    return text.toString();
  }

  private void section(String title) {
    text.append("\n## ").append(title).append("\n\n");
  }

  private void block(String language, String content) {
    text.append(FENCE).append(language).append('\n').append(content).append(FENCE).append('\n');
  }

  /** A table whose columns from some on are numbers. */
  private void table(List<List<String>> lines, int words) {
    line(lines.get(0));
    for (int i = 0; i < lines.get(0).size(); i++) {
      text.append(i < words ? "| --- " : "| ---: ");
    }
    text.append("|\n");
    lines.stream().skip(1).forEach(this::line);
  }

  private void line(List<String> cells) {
    for (String cell : cells) {
      text.append("| ").append(escaped(cell)).append(cell.isEmpty() ? "" : " ");
    }
    text.append("|\n");
  }

  /** What Markdown would take as marks stands behind a backslash. */
  private static String escaped(String text) {
    return text.replaceAll("[\\\\`*_\\[\\]<>|#~]", "\\\\$0");
  }

  private static String flowchart(List<Box> boxes) {
    Map<String, String> ids = new HashMap<>();
    StringBuilder chart = new StringBuilder("flowchart TD\n");
    for (Box box : boxes) {
      String id = "n" + ids.size();
      ids.put(box.name(), id);
      chart.append("  ").append(id).append(box(box)).append('\n');
    }
    for (Box box : boxes) {
      for (String operand : box.operands()) {
        chart.append("  ").append(ids.get(operand)).append(" --> ").append(ids.get(box.name()));
        chart.append('\n');
      }
    }
    return chart.toString();
  }

  private static String box(Box box) {
    String label =
        '"' + String.join("<br>", box.lines().stream().map(MarkdownCard::label).toList()) + '"';
    return switch (box.kind()) {
      case INPUT -> "([" + label + "])";
      case HIDDEN -> "[" + label + "]";
      case OUTPUT -> "[[" + label + "]]";
    };
  }

  private static String label(String line) {
    return line.replace("#", "#35;")
        .replace("\"", "#quot;")
        .replace("<", "#lt;")
        .replace(">", "#gt;");
  }
}
