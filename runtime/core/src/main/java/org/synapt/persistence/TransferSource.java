package org.synapt.persistence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.synapt.network.Network;
import org.synapt.network.Parameter;

/** Where parameters are taken from: each by its name, with what it holds and its shape. */
final class TransferSource {
  private final String title;
  private final Map<String, Array> arrays;

  /**
   * An array to take.
   *
   * @param dtype what it holds
   * @param shape its extents, as text
   * @param floats its floats; nothing if it holds something else
   */
  record Array(String dtype, String shape, Supplier<Optional<float[]>> floats) {}

  private TransferSource(String title, Map<String, Array> arrays) {
    this.title = title;
    this.arrays = arrays;
  }

  static TransferSource of(Network network) {
    Map<String, Array> arrays = new LinkedHashMap<>();
    for (Parameter parameter : network.parameters()) {
      String shape = Arrays.toString(parameter.shape());
      arrays.put(
          parameter.name(),
          new Array(TensorInfo.FLOATS, shape, () -> Optional.of(parameter.get())));
    }
    return new TransferSource(network.signature().name(), arrays);
  }

  /** Reads a whole file, so that whatever is wrong with it shows before anything is changed. */
  static TransferSource of(Path file) throws IOException {
    Map<String, Array> arrays = new LinkedHashMap<>();
    try (TensorReader reader = TensorReader.open(file)) {
      for (TensorInfo tensor : reader.header().tensors()) {
        if (ParameterFile.isParameter(tensor)) {
          Optional<float[]> floats = floats(reader, tensor);
          arrays.put(tensor.name(), new Array(tensor.dtype(), tensor.shapeText(), () -> floats));
        } else {
          reader.skip(tensor);
        }
      }
    } catch (ParameterFileException e) {
      throw ParameterFile.about(file, e);
    }
    return new TransferSource(file.toString(), arrays);
  }

  private static Optional<float[]> floats(TensorReader reader, TensorInfo tensor)
      throws IOException {
    if (!tensor.dtype().equals(TensorInfo.FLOATS)) {
      reader.skip(tensor);
      return Optional.empty();
    }
    float[] floats = reader.read(tensor);
    Loading.requireFinite(tensor.name(), floats);
    return Optional.of(floats);
  }

  List<String> names() {
    return new ArrayList<>(arrays.keySet());
  }

  /** The arrays of each row, under the network's names for rows. */
  Map<String, Map<String, Array>> rows(Renames renames) {
    Map<String, Map<String, Array>> rows = new LinkedHashMap<>();
    for (Map.Entry<String, Array> array : arrays.entrySet()) {
      String name = renames.of(array.getKey());
      Map<String, Array> row = rows.computeIfAbsent(row(name), made -> new LinkedHashMap<>());
      if (row.put(name, array.getValue()) != null) {
        throw new IllegalArgumentException("two parameters would be renamed to " + name);
      }
    }
    return Collections.unmodifiableMap(rows);
  }

  /** The row of a parameter: {@code trunk[2].inner} of {@code trunk[2].inner.weight}. */
  static String row(String parameter) {
    int dot = parameter.lastIndexOf('.');
    return dot < 0 ? parameter : parameter.substring(0, dot);
  }

  @Override
  public String toString() {
    return title;
  }
}
