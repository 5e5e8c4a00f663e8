package org.synapt.processor.conformance;

import static org.synapt.processor.conformance.Declaration.number;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Products of matrices. */
final class Products {

  private Products() {}

  static Map<String, Operator> operators() {
    return Map.of("Gemm", Products::gemm, "MatMul", Products::matMul, "Einsum", Products::einsum);
  }

  private static void gemm(Node node, Declaration it) {
    Row x = it.row(node, 0);
    Row a = node.flag("transA") ? it.permute(x, 1, 0) : x;
    Array b = it.array(node, 1);
    Array weight = node.flag("transB") ? b.permuted(1, 0) : b;
    double alpha = node.number("alpha", 1);
    double beta = node.number("beta", 1);
    Optional<Array> c = it.given(node.input(2)).filter(any -> beta != 0);
    int units = weight.shape()[1];
    if (alpha == 1 && beta == 1 && c.filter(array -> isBias(array, units)).isPresent()) {
      it.put(node.output(), dense(it, a, weight, c));
      return;
    }
    Row product = dense(it, a, weight, Optional.empty());
    String scaled = number(alpha) + " * a";
    it.put(
        node.output(),
        node.input(2).isEmpty() || beta == 0
            ? it.formula(scaled, product)
            : it.formula(scaled + " + " + number(beta) + " * b", product, it.row(node, 2)));
  }

  private static boolean isBias(Array c, int units) {
    return c.size() == units && c.rank() > 0 && c.shape()[c.rank() - 1] == units;
  }

  private static Row dense(Declaration it, Row x, Array weight, Optional<Array> bias) {
    int[] shape = x.shape().clone();
    shape[shape.length - 1] = weight.shape()[1];
    Row y =
        it.write(
            shape,
            "@Dense(units = %s, useBias = %s)".formatted(weight.shape()[1], bias.isPresent()),
            x);
    it.parameter(y, "weight", weight.floats());
    bias.ifPresent(array -> it.parameter(y, "bias", array.floats()));
    return y;
  }

  /** A second operand that belongs to the network is a dense layer's weight. */
  private static void matMul(Node node, Declaration it) {
    Row a = it.row(node, 0);
    Optional<Array> weight = it.given(node.input(1)).filter(array -> array.rank() == 2);
    if (weight.isPresent() && it.frame().equals(Frame.EXAMPLES)) {
      it.put(node.output(), dense(it, a, weight.get(), Optional.empty()));
      return;
    }
    Row b = it.row(node, 1);
    int[] axes = {a.rank() - 1, Math.max(b.rank() - 2, 0)};
    Row product = dot(it, a, b, axes);
    boolean broadcast = a.rank() > 2 && b.rank() > 2;
    it.put(node.output(), broadcast ? paired(it, a, b, product) : product);
  }

  /** {@code [a…, m, b…, n] → [c…, m, n]}, where each of c is of a or of b and the other is 1. */
  private static Row paired(Declaration it, Row a, Row b, Row product) {
    int batch = a.rank() - 2;
    int[] order = new int[product.rank()];
    int[] shape = new int[batch + 2];
    for (int i = 0; i < batch; i++) {
      if (a.rank() != b.rank() || a.shape()[i] != 1 && b.shape()[i] != 1) {
        throw new OutOfScope("products of batches that neither agree nor are 1");
      }
      order[2 * i] = i;
      order[2 * i + 1] = batch + 1 + i;
      shape[i] = a.shape()[i] * b.shape()[i];
    }
    order[2 * batch] = batch;
    order[2 * batch + 1] = 2 * batch + 1;
    shape[batch] = a.shape()[batch];
    shape[batch + 1] = b.last();
    return it.reshape(it.permute(product, order), shape);
  }

  private static Row dot(Declaration it, Row a, Row b, int... axes) {
    int[] shape = IntStream.concat(without(a, axes[0]), without(b, axes[1])).toArray();
    return it.write(
        shape.length == 0 ? new int[] {1} : shape,
        "@Dot(axes = %s)".formatted(Declaration.list(axes)),
        a,
        b);
  }

  private static IntStream without(Row row, int axis) {
    return IntStream.range(0, row.rank()).filter(i -> i != axis).map(i -> row.shape()[i]);
  }

  private static void einsum(Node node, Declaration it) {
    String equation = node.text("equation", "").replace(" ", "");
    Row x = it.row(node, 0);
    it.put(
        node.output(),
        switch (equation) {
          case "->" -> it.formula("a", x);
          case "ij->i" -> Reductions.sum(it, x, false, 1);
          case "ij->ji" -> it.permute(x, 1, 0);
          case "i,i", "bij,bjk->bik" -> dot(it, x, it.row(node, 1), x.rank() - 1, 0);
          default -> throw new OutOfScope("sums over a diagonal");
        });
  }
}
