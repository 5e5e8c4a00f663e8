package org.synapt.persistence;

import java.util.Map;

/** Rows, or blocks with all their rows, that have another name in the network than in the file. */
final class Renames {
  private final Map<String, String> rows;

  Renames(Map<String, String> rows) {
    this.rows = rows;
  }

  /** Requires that the file has every row that is to be renamed. */
  void requireUsed(Header header) throws ParameterFileException {
    for (String row : rows.keySet()) {
      if (!isUsed(row, header)) {
        throw new ParameterFileException("has no row " + row + " that could be renamed");
      }
    }
  }

  private static boolean isUsed(String row, Header header) {
    for (TensorInfo tensor : header.tensors()) {
      if (beginsWith(row, tensor.name())) {
        return true;
      }
    }
    for (String line : header.metadata().getOrDefault(Metadata.ROWS, "").split("\n", -1)) {
      if (beginsWith(row, line)) {
        return true;
      }
    }
    return false;
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
