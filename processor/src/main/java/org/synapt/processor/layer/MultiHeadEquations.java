package org.synapt.processor.layer;

import java.util.List;
import java.util.Optional;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.BatchMatMul;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.MatMul;
import org.synapt.processor.op.Permute;
import org.synapt.processor.op.Reshape;
import org.synapt.processor.shape.Shape;

/**
 * Writes the equations of a multi-head attention.
 *
 * <p>Queries, keys and values of all heads are each one product; heads then come before steps, so
 * that scores and contexts are one product of matrices for each head.
 */
final class MultiHeadEquations {
  private static final Elementwise ADD_BIAS = Elementwise.of("x + b", "x", "b");
  private static final Elementwise BOTH = Elementwise.of("a * b", "a", "b");

  /** From [steps, heads, features] to [heads, steps, features], and back. */
  private static final Permute TURN = new Permute(List.of(1, 0, 2));

  private final Mention layer;
  private final AttentionOperands<Value> operands;
  private final Lowering lowering;
  private final int heads;

  MultiHeadEquations(Mention layer, AttentionOperands<Value> operands, Lowering lowering) {
    this.layer = layer;
    this.operands = operands;
    this.lowering = lowering;
    this.heads = layer.integer("numHeads");
  }

  /**
   * The value of the row.
   *
   * @param ownKey whether the key is an operand of its own
   */
  Value value(boolean ownKey) {
    Value query = byHeads("query", scaled(projection("query", operands.query())));
    Value key = byHeads("key", projection("key", operands.key()));
    Value value = byHeads("value", projection("value", operands.value()));
    Value scores = lowering.emit("scores", BatchMatMul.MULT_TRANS_B, query, key);
    Optional<Value> queryMask = lowering.mask(operands.query());
    Value weights = new AttentionWeights(layer, lowering).of(scores, queryMask, keyMask(ownKey));
    Value context = lowering.emit("context", BatchMatMul.MULT, weights, value);
    Value y = projection("attentionOutput", bySteps(context));
    return queryMask.map(mask -> lowering.masked(y, mask)).orElse(y);
  }

  /** The mask of the value, and that of the key if it is an operand of its own. */
  private Optional<Value> keyMask(boolean ownKey) {
    Optional<Value> ofValue = lowering.mask(operands.value());
    Optional<Value> ofKey = ownKey ? lowering.mask(operands.key()) : Optional.empty();
    if (ofValue.isEmpty() || ofKey.isEmpty() || ofValue.equals(ofKey)) {
      return ofValue.or(() -> ofKey);
    }
    return Optional.of(lowering.emit("mask", BOTH, ofValue.get(), ofKey.get()));
  }

  /** x · W + b, of a kernel whose last axes, or whose first ones, are seen as one. */
  private Value projection(String name, Value x) {
    Value kernel = lowering.parameter(name + ".kernel");
    int in = x.shape().last();
    Shape matrix = Shape.of(in, Math.toIntExact(kernel.shape().size() / in));
    Value product =
        lowering.emit(name + "Product", MatMul.MULT, x, reshaped(name + "Kernel", matrix, kernel));
    if (!layer.flag("useBias")) {
      return product;
    }
    Value bias = lowering.parameter(name + ".bias");
    Shape vector = Shape.of(matrix.last());
    return lowering.emit(name, ADD_BIAS, product, reshaped(name + "Bias", vector, bias));
  }

  /** x / √keyDim, with the same float as factor that Keras takes. */
  private Value scaled(Value x) {
    float factor = (float) (1 / Math.sqrt(layer.integer("keyDim")));
    return factor == 1 ? x : lowering.emit("scaledQuery", Elementwise.of("x * " + factor, "x"), x);
  }

  /** {@code [T, heads · k] → [heads, T, k]}; a single head is left as it is. */
  private Value byHeads(String name, Value x) {
    if (heads == 1) {
      return x;
    }
    Shape apart = Shape.of(x.shape().extent(0), heads, x.shape().last() / heads);
    Value parted = lowering.emit(name + "Parted", new Reshape(apart), x);
    return lowering.emit(name + "Heads", TURN, parted);
  }

  /** {@code [heads, T, v] → [T, heads · v]}. */
  private Value bySteps(Value context) {
    if (heads == 1) {
      return context;
    }
    Shape of = context.shape();
    Value turned = lowering.emit("contexts", TURN, context);
    Shape joined = Shape.of(of.extent(1), of.extent(0) * of.extent(2));
    return lowering.emit("contexts", new Reshape(joined), turned);
  }

  private Value reshaped(String name, Shape shape, Value x) {
    return x.shape().equals(shape) ? x : lowering.emit(name, new Reshape(shape), x);
  }
}
