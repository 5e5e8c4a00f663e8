package org.synapt.persistence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.synapt.network.Network;
import org.synapt.network.Parameter;
import org.synapt.network.States;

/** What a file and a network do not agree about, in sentences, layer by layer. */
final class Difference {
  private final String network;
  private final List<String> lines = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  private Difference(String network) {
    this.network = network;
  }

  /**
   * Compares a file with a network.
   *
   * @param file the file's parameters by the network's names for them
   */
  static List<String> between(
      Map<String, TensorInfo> file,
      Map<String, String> metadata,
      Renames renames,
      Network network) {
    Difference difference = new Difference(network.signature().name());
    difference.parameters(file, network.parameters());
    String rows = metadata.getOrDefault(Metadata.ROWS, "");
    String ours = RowsText.of(network.signature());
    if (!rows.isEmpty() && !rows.equals(ours)) {
      Renames none = new Renames(new LinkedHashMap<>());
      difference.rows(RowsText.byName(rows, renames), RowsText.byName(ours, none));
    }
    return difference.lines;
  }

  private void parameters(Map<String, TensorInfo> file, List<Parameter> parameters) {
    Map<String, TensorInfo> rest = new LinkedHashMap<>(file);
    for (Parameter parameter : parameters) {
      TensorInfo tensor = rest.remove(parameter.name());
      if (States.isState(parameter.name())) {
        continue;
      }
      if (tensor == null) {
        add(parameter.name(), parameter + " is in " + network + " but not in the file");
      } else {
        compare(parameter, tensor);
      }
    }
    rest.keySet().removeIf(States::isState);
    for (Map.Entry<String, TensorInfo> tensor : rest.entrySet()) {
      add(
          tensor.getKey(),
          tensor.getKey()
              + " "
              + tensor.getValue().shapeText()
              + " is in the file but not in "
              + network);
    }
  }

  private void compare(Parameter parameter, TensorInfo tensor) {
    String ours = Arrays.toString(parameter.shape());
    if (!tensor.dtype().equals(TensorInfo.FLOATS)) {
      add(parameter.name(), parameter.name() + " holds " + tensor.dtype() + ", not F32");
    } else if (!tensor.shapeText().equals(ours)) {
      add(
          parameter.name(),
          parameter.name()
              + " is "
              + tensor.shapeText()
              + " in the file but "
              + ours
              + " in "
              + network);
    }
  }

  /** Names rows that differ, unless their parameters have said so. */
  private void rows(Map<String, String> file, Map<String, String> ours) {
    for (Map.Entry<String, String> row : ours.entrySet()) {
      String theirs = file.get(row.getKey());
      if (theirs == null) {
        addRow(row.getKey(), "is in " + network + " but not in the file");
      } else if (!theirs.equals(row.getValue())) {
        addRow(
            row.getKey(), "is " + theirs + " in the file but " + row.getValue() + " in " + network);
      }
    }
    for (String row : file.keySet()) {
      if (!ours.containsKey(row)) {
        addRow(row, "is in the file but not in " + network);
      }
    }
  }

  private void addRow(String row, String finding) {
    for (String name : names) {
      if (name.startsWith(row + ".")) {
        return;
      }
    }
    lines.add(row + " " + finding);
  }

  private void add(String name, String line) {
    names.add(name);
    lines.add(line);
  }
}
