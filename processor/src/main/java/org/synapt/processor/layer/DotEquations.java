package org.synapt.processor.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.BatchMatMul;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.Permute;
import org.synapt.processor.op.Reduce;
import org.synapt.processor.op.Reshape;
import org.synapt.processor.op.Spread;
import org.synapt.processor.shape.Shape;

/** A {@code Dot} as equations: a product of matrices, or of two vectors, for each example. */
final class DotEquations {
  private static final Elementwise PRODUCT = Elementwise.of("x1 * x2", "x1", "x2");
  private static final Elementwise SQUARE = Elementwise.of("square(x)", "x");

  /** The length is held above 1e-6, as in Keras, so that a vector of zeros stays one. */
  private static final Elementwise SCALE =
      Elementwise.of("x / sqrt(max(squares, 1e-12))", "x", "squares");

  private final Shape shape;
  private final Lowering lowering;

  DotEquations(Shape shape, Lowering lowering) {
    this.shape = shape;
    this.lowering = lowering;
  }

  /** x, scaled to length 1 along an axis. */
  Value normalized(Value x, int axis) {
    Value squares = lowering.emit("squares", SQUARE, x);
    Value sum = lowering.emit("squares", Reduce.sum(axis), squares);
    Value spread = lowering.emit("squares", new Spread(axis, x.shape().extent(axis)), sum);
    return lowering.emit("normalized", SCALE, x, spread);
  }

  /** The product of a and b, summed along an axis of each. */
  Value product(Value a, int first, Value b, int second) {
    if (a.shape().rank() == 1 && b.shape().rank() == 1) {
      Value products = lowering.emit("products", PRODUCT, a, b);
      return reshaped(lowering.emit("sum", Reduce.sum(0), products), shape);
    }
    boolean columns = second == 0;
    Value right = columns || isLast(b, second) ? b : toLast(b, second);
    if (first == 0 && a.shape().rank() > 1 && columns) {
      return reshaped(
          lowering.emit("dot", BatchMatMul.MULT_TRANS_A, byFirst(a), byFirst(right)), shape);
    }
    Value left = byLast(isLast(a, first) ? a : toLast(a, first));
    return columns
        ? reshaped(lowering.emit("dot", BatchMatMul.MULT, left, byFirst(right)), shape)
        : reshaped(lowering.emit("dot", BatchMatMul.MULT_TRANS_B, left, byLast(right)), shape);
  }

  private static boolean isLast(Value x, int axis) {
    return axis == x.shape().rank() - 1;
  }

  private Value toLast(Value x, int axis) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, x.shape().rank()).boxed().toList());
    order.add(order.remove(axis));
    return lowering.emit("turned", new Permute(order), x);
  }

  /** As a matrix {@code [k, …]}. */
  private Value byFirst(Value x) {
    int rank = x.shape().rank();
    return rank == 2
        ? x
        : reshaped(x, Shape.of(x.shape().extent(0), (int) x.shape().product(1, rank)));
  }

  /** As a matrix {@code […, k]}. */
  private Value byLast(Value x) {
    int rank = x.shape().rank();
    return rank == 2
        ? x
        : reshaped(x, Shape.of((int) x.shape().product(0, rank - 1), x.shape().last()));
  }

  private Value reshaped(Value x, Shape to) {
    return x.shape().equals(to) ? x : lowering.emit("reshaped", new Reshape(to), x);
  }
}
