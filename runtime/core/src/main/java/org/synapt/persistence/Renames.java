package org.synapt.persistence;

import java.util.Map;

/** Rows that have another name in the network than in the file. */
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
      if (tensor.name().startsWith(row + ".")) {
        return true;
      }
    }
    String text = "\n" + header.metadata().getOrDefault(Metadata.ROWS, "");
    return text.contains("\n" + row + " ");
  }

  /** The network's name of one of the file's rows. */
  String row(String name) {
    return rows.getOrDefault(name, name);
  }

  /** The network's name of one of the file's parameters: {@code row.weight}. */
  String parameter(String name) {
    for (int dot = name.length(); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      String renamed = rows.get(name.substring(0, dot));
      if (renamed != null) {
        return renamed + name.substring(dot);
      }
    }
    return name;
  }
}
