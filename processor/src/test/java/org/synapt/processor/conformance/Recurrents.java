package org.synapt.processor.conformance;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Recurrent layers of one direction, whose gates ONNX has in the order i, o, f, c and z, r, h, each
 * with rows of its own, and two biases that are added.
 */
final class Recurrents {
  private static final int[] ALONE = {0};
  private static final int[] IOFC_AS_IFCO = {0, 2, 3, 1};
  private static final int[] ZRH = {0, 1, 2};

  private Recurrents() {}

  static Map<String, Operator> operators() {
    return Map.of(
        "RNN", (node, it) -> declare(node, it, "@SimpleRNN(units = %s", ALONE),
        "LSTM", (node, it) -> declare(node, it, "@LSTM(units = %s", IOFC_AS_IFCO),
        "GRU", (node, it) -> declare(node, it, gru(node), ZRH));
  }

  private static String gru(Node node) {
    return "@GRU(units = %s, resetAfter = " + node.flag("linear_before_reset");
  }

  /** A case whose arrays begin with the batch, as those of layout 1 do already. */
  static Case batchFirst(Case it) {
    Node node = it.nodes().get(0);
    if (!operators().containsKey(node.op()) || node.integer("layout", 0) == 1) {
      return it;
    }
    Map<String, Array> given = new LinkedHashMap<>(it.given());
    given.computeIfPresent(node.inputs().get(0), (name, x) -> x.permuted(1, 0, 2));
    Map<String, Array> expected = new LinkedHashMap<>(it.expected());
    expected.replaceAll((name, y) -> y.rank() == 3 ? y.permuted(1, 0, 2) : y.permuted(2, 0, 1, 3));
    return new Case(it.name(), it.group(), it.opset(), it.nodes(), given, it.inputs(), expected);
  }

  private static void declare(Node node, Declaration it, String layer, int... order) {
    if (node.input(4).isPresent() || node.input(7).isPresent()) {
      throw new OutOfScope("peepholes");
    }
    Row x = it.row(node, 0);
    int units = node.integer("hidden_size", 0);
    String annotation = layer.formatted(units);
    int steps = x.shape()[0];
    Row all = it.write(new int[] {steps, units}, annotation + ", returnSequences = true)", x);
    Row last = it.write(new int[] {units}, annotation + ")", x);
    for (Row row : new Row[] {all, last}) {
      it.parameter(row, "kernel", matrix(it.array(node, 1), units, order));
      it.parameter(row, "recurrentKernel", matrix(it.array(node, 2), units, order));
      it.parameter(row, "bias", bias(node, it, units, order));
    }
    if (!node.output().isEmpty()) {
      it.put(node.output(), all);
    }
    it.put(node.outputs().get(1), last);
  }

  /** {@code [1, k · u, in]} as {@code [in, k · u]}, the gates in another order. */
  private static float[] matrix(Array onnx, int units, int... order) {
    int inputs = onnx.shape()[2];
    int columns = onnx.shape()[1];
    float[] matrix = new float[inputs * columns];
    for (int i = 0; i < inputs; i++) {
      for (int j = 0; j < columns; j++) {
        int row = order[j / units] * units + j % units;
        matrix[i * columns + j] = (float) onnx.numbers()[row * inputs + i];
      }
    }
    return matrix;
  }

  /** The sum of both; of none, zeros. */
  private static float[] bias(Node node, Declaration it, int units, int... order) {
    int columns = order.length * units;
    float[] bias = new float[columns];
    if (node.input(3).isPresent()) {
      double[] both = it.array(node, 3).numbers();
      for (int j = 0; j < columns; j++) {
        int from = order[j / units] * units + j % units;
        bias[j] = (float) (both[from] + both[columns + from]);
      }
    }
    return bias;
  }
}
