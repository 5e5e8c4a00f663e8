package org.synapt.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The table of rows in the layout of Keras 2.0: 65 columns for a chain; 100, with what each row is
 * connected to, for any other graph.
 */
final class Summary {
  private static final int[] CHAIN = {29, 55, 65};
  private static final int[] GRAPH = {33, 55, 67, 100};

  private final Signature signature;
  private final int[] ends;
  private final StringBuilder text = new StringBuilder();

  private Summary(Signature signature) {
    this.signature = signature;
    this.ends = isChain(signature) ? CHAIN : GRAPH;
  }

  /** The table of a network that so many floats are trained of. */
  static String of(Signature signature, int trained) {
    Summary summary = new Summary(signature);
    summary.table();
    summary.totals(trained);
    return summary.text.toString();
  }

  /** Whether one input comes first and every other row takes the row above it, and only that. */
  private static boolean isChain(Signature signature) {
    List<RowSpec> rows = signature.rows();
    for (int i = 1; i < rows.size(); i++) {
      List<String> above = Collections.singletonList(rows.get(i - 1).name());
      if (!rows.get(i).operands().equals(above)) {
        return false;
      }
    }
    return true;
  }

  private void table() {
    rule('_');
    line(Arrays.asList("Layer (type)", "Output Shape", "Param #", "Connected to"));
    List<RowSpec> rows = signature.rows();
    for (int i = 0; i < rows.size(); i++) {
      rule(i == 0 ? '=' : '_');
      row(rows.get(i));
    }
    rule('=');
  }

  private void row(RowSpec row) {
    String layer = row.layer().equals("Input") ? "InputLayer" : row.layer();
    List<String> operands = row.operands();
    line(
        Arrays.asList(
            row.name() + " (" + layer + ")",
            shape(row),
            String.valueOf(row.parameters()),
            operands.isEmpty() ? "" : connection(operands.get(0))));
    if (ends == GRAPH) {
      for (int i = 1; i < operands.size(); i++) {
        line(Arrays.asList("", "", "", connection(operands.get(i))));
      }
    }
  }

  /** Keras counts a layer's uses and results; a row has one of each. */
  private static String connection(String operand) {
    return operand + "[0][0]";
  }

  private static String shape(RowSpec row) {
    List<String> extents = new ArrayList<>();
    extents.add("None");
    for (int extent : row.shape()) {
      extents.add(Shapes.extent(extent));
    }
    return "(" + String.join(", ", extents) + (extents.size() == 1 ? ",)" : ")");
  }

  /** Writes a line of fields; one that is too long is cut, so that a space stands between two. */
  private void line(List<String> fields) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < ends.length; i++) {
      if (i > 0) {
        line.setCharAt(line.length() - 1, ' ');
      }
      line.append(fields.get(i));
      line.setLength(Math.min(line.length(), ends[i]));
      while (line.length() < ends[i]) {
        line.append(' ');
      }
    }
    text.append(line).append('\n');
  }

  private void rule(char mark) {
    for (int i = 0; i < ends[ends.length - 1]; i++) {
      text.append(mark);
    }
    text.append('\n');
  }

  private void totals(int trained) {
    int parameters = signature.parameters();
    text.append(String.format(Locale.ROOT, "Total params: %,d\n", parameters));
    text.append(String.format(Locale.ROOT, "Trainable params: %,d\n", trained));
    text.append(String.format(Locale.ROOT, "Non-trainable params: %,d\n", parameters - trained));
    rule('_');
  }
}
