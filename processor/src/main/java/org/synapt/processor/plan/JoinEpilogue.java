package org.synapt.processor.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Convolution;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.MatMul;
import org.synapt.processor.shape.Shape;

/** A formula of a product, and of at most a bias, is applied while the product is in cache. */
final class JoinEpilogue implements Fusion.Rule {

  @Override
  public Optional<Equation> join(Equation first, Equation second, Fusion.Context context) {
    if (!multiplies(first.op()) || !(second.op() instanceof Elementwise formula)) {
      return Optional.empty();
    }
    List<Value> others = new ArrayList<>(second.operands());
    others.remove(first.result());
    if (others.size() > 1 || others.stream().anyMatch(other -> !bias(other, second.result()))) {
      return Optional.empty();
    }
    List<Value> operands = new ArrayList<>(first.operands());
    operands.addAll(others);
    Elementwise epilogue =
        second.operand(0).equals(first.result())
            ? formula
            : Elementwise.of(
                formula.expression(),
                List.of(formula.variables().get(1), formula.variables().get(0)));
    return Optional.of(
        new Equation(
            second.row(), second.result(), new FusedProduct(first.op(), epilogue), operands));
  }

  private static boolean multiplies(Op op) {
    return op == MatMul.MULT
        || op instanceof Convolution convolution && convolution.kind() == Convolution.Kind.FORWARD;
  }

  private static boolean bias(Value other, Value result) {
    return !other.batched() && other.shape().equals(Shape.of(result.shape().last()));
  }
}
