package org.synapt.processor.conformance;

import java.util.Arrays;
import java.util.Map;

/** Rows of a table that is a parameter. */
final class Lookups {
  private static final String REASON = "look-ups";

  private Lookups() {}

  static Map<String, Operator> operators() {
    return Map.of("Gather", Lookups::gather);
  }

  private static void gather(Node node, Declaration it) {
    Array table = it.array(node, 0);
    boolean isParameter = it.isParameter(node.inputs().get(0));
    if (!isParameter || table.rank() != 2 || node.integer("axis", 0) != 0) {
      throw new OutOfScope(REASON);
    }
    Row ids = it.wholeNumbers(node, 1);
    int[] shape = Arrays.copyOf(ids.shape(), ids.rank() + 1);
    shape[ids.rank()] = table.shape()[1];
    String layer = "@Embedding(inputDim = %s, outputDim = %s)";
    Row y = it.write(shape, layer.formatted(table.shape()[0], table.shape()[1]), ids);
    it.parameter(y, "embeddings", table.floats());
    it.put(node.output(), y);
  }
}
