package org.synapt.persistence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The header of a safetensors file: metadata, and where each tensor lies.
 *
 * @param metadata texts by name
 * @param tensors the tensors, in the order in which they lie once {@link #check} has passed
 */
record Header(Map<String, String> metadata, List<TensorInfo> tensors) {

  /**
   * Requires that the tensors fill the data without gap or overlap, each with as many bytes as its
   * type and shape ask for.
   *
   * @return the header with its tensors in the order in which they lie
   */
  Header check(long dataBytes) throws ParameterFileException {
    List<TensorInfo> sorted = new ArrayList<>(tensors);
    sorted.sort(
        Comparator.comparingLong((TensorInfo tensor) -> tensor.begin())
            .thenComparingLong(tensor -> tensor.end()));
    long at = 0;
    for (TensorInfo tensor : sorted) {
      checkSize(tensor);
      if (tensor.begin() != at) {
        throw new ParameterFileException(
            tensor.name()
                + " begins at byte "
                + tensor.begin()
                + (tensor.begin() < at
                    ? ", within the tensor before it, which ends at "
                    : ", which leaves a gap behind the tensor before it, which ends at ")
                + at);
      }
      at = tensor.end();
    }
    if (at != dataBytes) {
      throw new ParameterFileException(
          "the tensors take "
              + at
              + " bytes, but the file holds "
              + dataBytes
              + (at > dataBytes ? ": it was cut off" : ": something follows them"));
    }
    return new Header(metadata, sorted);
  }

  private static void checkSize(TensorInfo tensor) throws ParameterFileException {
    int bytes = bytes(tensor);
    long size = tensor.size();
    long length = tensor.end() - tensor.begin();
    if (length < 0 || size < 0 || size > Long.MAX_VALUE / bytes || size * bytes != length) {
      throw new ParameterFileException(
          tensor.name()
              + " is "
              + tensor.dtype()
              + " "
              + tensor.shapeText()
              + ", which does not fit bytes "
              + tensor.begin()
              + " to "
              + tensor.end());
    }
  }

  private static int bytes(TensorInfo tensor) throws ParameterFileException {
    return switch (tensor.dtype()) {
      case "BOOL", "U8", "I8", "F8_E4M3", "F8_E5M2" -> 1;
      case "U16", "I16", "F16", "BF16" -> 2;
      case "U32", "I32", TensorInfo.FLOATS -> 4;
      case "U64", "I64", TensorInfo.DOUBLES -> 8;
      default ->
          throw new ParameterFileException(
              tensor.name() + " has the unknown type " + tensor.dtype());
    };
  }
}
