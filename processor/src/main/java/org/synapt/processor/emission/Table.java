package org.synapt.processor.emission;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.synapt.processor.cost.Costs;
import org.synapt.processor.cost.RowCost;
import org.synapt.processor.layer.ParameterSpec;
import org.synapt.processor.model.Entry;

/**
 * The table of a network that its class begins with: what each row is, of what, and what it costs.
 *
 * <p>What rows take is left out of a chain. Where it would make the lines too long, it follows
 * behind the table; where they are too long even so, what rows take and cost is a table of its own.
 */
final class Table {
  /** What fits into a line of a hundred behind {@code " * "}. */
  private static final int WIDEST = 97;

  private static final String GAP = "   ";
  private static final int LAYER = 1;
  private static final int OPERANDS = 2;

  /** How many columns there are with numbers; they are the last. */
  private static final int NUMBERS = 3;

  private final Costs costs;
  private final SymbolicExtents extents;

  private Table(Costs costs, SymbolicExtents extents) {
    this.costs = costs;
    this.extents = extents;
  }

  /** The table as Javadoc, with a sentence that sums it up. */
  static String of(Costs costs, SymbolicExtents extents) {
    return new Table(costs, extents).text();
  }

  static long parameters(Entry entry) {
    return entry.parameters().stream().map(ParameterSpec::shape).mapToLong(s -> s.size()).sum();
  }

  private String text() {
    List<List<String>> lines = isChain() ? without(OPERANDS, lines()) : lines();
    List<List<String>> narrow = isChain() ? lines : without(OPERANDS, lines);
    String tables;
    if (fits(lines)) {
      tables = table(lines, NUMBERS);
    } else if (fits(narrow)) {
      tables = table(narrow, NUMBERS) + block(graph());
    } else {
      tables = what(narrow) + costs(lines, narrow);
    }
    return tables + "<p>" + sentence() + "\n";
  }

  /** What rows are. */
  private static String what(List<List<String>> lines) {
    return table(
        lines.stream()
            .limit(lines.size() - 1L)
            .map(line -> line.subList(0, line.size() - NUMBERS))
            .toList(),
        0);
  }

  /** What rows take, and what they cost. */
  private String costs(List<List<String>> lines, List<List<String>> narrow) {
    return fits(numbers(lines))
        ? table(numbers(lines), NUMBERS)
        : block(graph()) + table(numbers(narrow), NUMBERS);
  }

  private static List<List<String>> numbers(List<List<String>> lines) {
    int shape = lines.get(0).size() - NUMBERS - 1;
    return without(LAYER, without(shape, lines));
  }

  private static boolean fits(List<List<String>> lines) {
    return width(lines) <= WIDEST;
  }

  private static String table(List<List<String>> lines, int numbers) {
    return block(aligned(lines, numbers));
  }

  private static String block(String text) {
    return "<pre>\n" + escaped(text) + "</pre>\n\n";
  }

  private boolean isChain() {
    for (int i = 1; i < costs.rows().size(); i++) {
      String above = costs.rows().get(i - 1).entry().name();
      if (!costs.rows().get(i).entry().operands().equals(List.of(above))) {
        return false;
      }
    }
    return true;
  }

  private List<List<String>> lines() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("value", "layer", "of", "shape", "parameters", "FLOPs", "bytes"));
    for (RowCost row : costs.rows()) {
      Entry entry = row.entry();
      lines.add(
          List.of(
              entry.name(),
              entry.describe(),
              String.join(", ", entry.operands()),
              entry.shape().batched(),
              number(row.parameters()),
              number(row.flops()),
              number(row.predicting().bytes())));
    }
    lines.add(List.of("", "", "", "", number(costs.parameters()), number(costs.flops()), ""));
    return lines;
  }

  private static List<List<String>> without(int column, List<List<String>> lines) {
    List<List<String>> narrower = new ArrayList<>();
    for (List<String> line : lines) {
      List<String> cells = new ArrayList<>(line);
      cells.remove(column);
      narrower.add(cells);
    }
    return narrower;
  }

  private String graph() {
    return costs.rows().stream()
        .map(RowCost::entry)
        .filter(entry -> !entry.input())
        .map(entry -> entry.name() + " of " + String.join(", ", entry.operands()) + "\n")
        .collect(joining());
  }

  private String sentence() {
    return String.format(
        Locale.ROOT,
        "%,d parameters, %s trained. For each example%s a prediction takes %,d FLOPs and %,d bytes"
            + " that its rows share; training takes %,d bytes.",
        costs.parameters(),
        costs.trained() == costs.parameters() ? "all" : number(costs.trained()) + " of them",
        extents.isEmpty() ? "" : ", " + extents.whereOne() + ",",
        costs.flops(),
        costs.predictionBytes(),
        costs.trainingBytes());
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static int[] widths(List<List<String>> lines) {
    int[] widths = new int[lines.get(0).size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    return widths;
  }

  private static int width(List<List<String>> lines) {
    int width = -GAP.length();
    for (int column : widths(lines)) {
      width += column + GAP.length();
    }
    return width;
  }

  /** Words to the left, the numbers of the last columns to the right. */
  private static String aligned(List<List<String>> lines, int numbers) {
    int[] widths = widths(lines);
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder aligned = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String blanks = " ".repeat(widths[i] - line.get(i).length());
        boolean word = i < widths.length - numbers;
        aligned.append(word ? line.get(i) + blanks : blanks + line.get(i)).append(GAP);
      }
      text.append(aligned.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;");
  }
}
