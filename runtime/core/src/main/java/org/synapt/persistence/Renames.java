package org.synapt.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rows, or blocks with all their rows, that have another name in the network than in the file. */
final class Renames {
  private final Map<String, String> rows;

  Renames(Map<String, String> rows) {
    this.rows = rows;
  }

  /** Requires that the file has every row that is to be renamed. */
  void requireUsed(Header header) throws ParameterFileException {
    List<String> names = new ArrayList<>();
    header.tensors().forEach(tensor -> names.add(tensor.name()));
    for (String line : header.metadata().getOrDefault(Metadata.ROWS, "").split("\n", -1)) {
      names.add(line);
    }
    for (String row : unused(names)) {
      throw new ParameterFileException("has no row " + row + " that could be renamed");
    }
  }

  /** The rows to rename that none of these names, or lines of rows, begins with. */
  List<String> unused(List<String> names) {
    List<String> unused = new ArrayList<>(rows.keySet());
    for (String name : names) {
      unused.removeIf(row -> beginsWith(row, name));
    }
    return unused;
  }

  private static boolean beginsWith(String row, String text) {
    int end = row.length();
    return text.startsWith(row) && text.length() > end && " .[".indexOf(text.charAt(end)) >= 0;
  }

  /**
   * The network's name of one of the file's rows or parameters. Of {@code trunk[2].inner.weight},
   * {@code trunk[2].inner}, {@code trunk[2]} or {@code trunk} may have been renamed.
   */
  String of(String name) {
    for (int end = name.length(); end > 0; end = partEnd(name, end - 1)) {
      String renamed = rows.get(name.substring(0, end));
      if (renamed != null) {
        return renamed + name.substring(end);
      }
    }
    return name;
  }

  private static int partEnd(String name, int last) {
    return Math.max(name.lastIndexOf('.', last), name.lastIndexOf('[', last));
  }
}
