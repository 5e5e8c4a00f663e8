package org.synapt.processor.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** In which frame a case is declared. */
final class Frames {
  private static final Set<String> OF_IMAGES =
      Set.of(
          "AveragePool",
          "BatchNormalization",
          "Conv",
          "ConvTranspose",
          "GlobalAveragePool",
          "GlobalMaxPool",
          "InstanceNormalization",
          "LpPool",
          "MaxPool",
          "Resize",
          "Upsample");

  /** Whose examples are on their own whatever their operands' shapes. */
  private static final Set<String> OF_EXAMPLES =
      Set.of("DepthToSpace", "GRU", "GroupNormalization", "LRN", "LSTM", "RNN", "SpaceToDepth");

  private Frames() {}

  static Frame of(Case it) {
    Node first = it.nodes().get(0);
    Array x = it.given().get(first.inputs().get(0));
    if (it.nodes().stream().map(Node::op).anyMatch(OF_IMAGES::contains)) {
      return Frame.CHANNELS_LAST;
    } else if (it.nodes().stream().map(Node::op).anyMatch(OF_EXAMPLES::contains)) {
      return Frame.EXAMPLES;
    }
    return switch (it.nodes().get(it.nodes().size() - 1).op()) {
      case "Flatten" ->
          first.integer("axis", 1) == 1 && x.rank() > 1 ? Frame.EXAMPLES : Frame.WHOLE;
      case "NegativeLogLikelihoodLoss", "SoftmaxCrossEntropyLoss" -> loss(first, x);
      case "LayerNormalization", "RMSNormalization" -> normalization(first, x);
      case "Attention" -> x.rank() == 4 ? new Frame(2, false) : Frame.EXAMPLES;
      case "MatMul" -> product(it);
      case "Einsum" -> first.text("equation", "").startsWith("b") ? Frame.EXAMPLES : Frame.WHOLE;
      case "LogSoftmax", "Softmax" -> softmax(it, x);
      case "PRelu" -> slopes(it, first, x);
      default -> elementwise(it) && x.rank() > 1 ? Frame.EXAMPLES : Frame.WHOLE;
    };
  }

  private static Frame normalization(Node node, Array x) {
    int axis = node.integer("axis", -1);
    return (axis < 0 ? axis + x.rank() : axis) == 0 ? Frame.WHOLE : Frame.EXAMPLES;
  }

  /** Where positions count alike they stay together, else each is an example. */
  private static Frame loss(Node node, Array x) {
    boolean alike =
        node.text("reduction", "mean").equals("mean")
            && node.inputs().size() == 2
            && !node.says("ignore_index");
    return alike ? Frame.CHANNELS_LAST : new Frame(x.rank() - 1, true);
  }

  /** Before version 13 a softmax went over all axes from one on. */
  private static Frame softmax(Case it, Array x) {
    Node node = it.nodes().get(it.nodes().size() - 1);
    int axis = node.integer("axis", it.opset() < 13 ? 1 : -1);
    int own = axis < 0 ? axis + x.rank() : axis;
    if (it.opset() < 13 && own < x.rank() - 1) {
      throw new OutOfScope("a softmax over several axes");
    }
    return own == 0 || x.rank() == 1 ? Frame.WHOLE : Frame.EXAMPLES;
  }

  /** Axes in which both operands agree are the batch. */
  private static Frame product(Case it) {
    List<Array> inputs = it.inputs().stream().map(it.given()::get).toList();
    if (inputs.size() == 1) {
      return Frame.EXAMPLES;
    }
    int rank = inputs.get(0).rank();
    boolean agree =
        rank > 2
            && rank == inputs.get(1).rank()
            && Arrays.equals(
                Arrays.copyOf(inputs.get(0).shape(), rank - 2),
                Arrays.copyOf(inputs.get(1).shape(), rank - 2));
    return agree ? new Frame(rank - 2, false) : Frame.WHOLE;
  }

  private static Frame slopes(Case it, Node node, Array x) {
    return it.given().get(node.inputs().get(1)).rank() == x.rank() ? Frame.WHOLE : Frame.EXAMPLES;
  }

  private static boolean elementwise(Case it) {
    return it.nodes().stream()
            .map(Node::op)
            .allMatch(
                op ->
                    Elementwise.arithmetic().containsKey(op)
                        || Elementwise.activations().containsKey(op))
        && it.given().values().stream()
                .filter(array -> array.rank() > 0)
                .map(array -> Arrays.toString(array.shape()))
                .distinct()
                .count()
            == 1
        && it.given().values().stream().allMatch(array -> array.rank() > 0 || isOption(it));
  }

  private static boolean isOption(Case it) {
    String op = it.nodes().get(0).op();
    return op.equals("Clip") || op.equals("Dropout");
  }
}
