package org.synapt.processor.conformance;

import static org.synapt.processor.conformance.Declaration.number;

import java.util.Map;

/** Attention: of single heads as {@code @Attention}, of several as {@code @MultiHeadAttention}. */
final class Attentions {

  private Attentions() {}

  static Map<String, Operator> operators() {
    return Map.of("Attention", Attentions::attention);
  }

  private static void attention(Node node, Declaration it) {
    if (node.inputs().size() > 3 || node.outputs().size() > 1) {
      throw new OutOfScope("attention with masks of pairs, or with a past");
    } else if (node.says("softcap")) {
      throw new OutOfScope("attention whose scores are bounded");
    }
    if (it.array(node, 0).type().equals("float16")) {
      throw new OutOfScope("attention in half precision");
    }
    boolean byHeads = node.says("q_num_heads");
    int heads = byHeads ? node.integer("q_num_heads", 1) : 1;
    if (byHeads ? heads != node.integer("kv_num_heads", heads) : sharesKeys(node, it)) {
      throw new OutOfScope("attention whose queries share keys");
    }
    Row query = it.row(node, 0);
    Row key = it.row(node, 1);
    Row value = it.row(node, 2);
    int features = query.last() / heads;
    double scale = node.number("scale", 1 / Math.sqrt(features));
    it.put(
        node.output(),
        byHeads
            ? ofHeads(it, scaled(it, query, scale * Math.sqrt(features)), value, key, heads, node)
            : ofOne(it, scaled(it, query, scale), value, key, node));
  }

  private static boolean sharesKeys(Node node, Declaration it) {
    return it.array(node, 0).shape()[1] != it.array(node, 1).shape()[1];
  }

  private static Row scaled(Declaration it, Row query, double factor) {
    return it.formula(number(factor) + " * a", query);
  }

  private static String causal(Node node) {
    return "useCausalMask = " + node.flag("is_causal");
  }

  private static Row ofOne(Declaration it, Row query, Row value, Row key, Node node) {
    int[] shape = {query.shape()[0], value.last()};
    return it.write(shape, "@Attention(" + causal(node) + ")", query, value, key);
  }

  /** Kernels that change nothing leave what the heads see to the operands. */
  private static Row ofHeads(Declaration it, Row query, Row value, Row key, int heads, Node node) {
    int[] shape = {query.shape()[0], value.last()};
    String annotation =
        "@MultiHeadAttention(numHeads = %s, keyDim = %s, valueDim = %s, outputShape = %s, %s, %s)"
            .formatted(
                heads,
                query.last() / heads,
                value.last() / heads,
                value.last(),
                causal(node),
                "useBias = false");
    Row y = it.write(shape, annotation, query, value, key);
    it.parameter(y, "query.kernel", unit(query.last()));
    it.parameter(y, "key.kernel", unit(key.last()));
    it.parameter(y, "value.kernel", unit(value.last()));
    it.parameter(y, "attentionOutput.kernel", unit(value.last()));
    return y;
  }

  /** The unit matrix. */
  private static float[] unit(int n) {
    float[] unit = new float[n * n];
    for (int i = 0; i < n; i++) {
      unit[i * n + i] = 1f;
    }
    return unit;
  }
}
