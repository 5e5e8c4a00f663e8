package org.synapt.processor.op;

import java.util.List;
import org.synapt.processor.graph.DifferentiableOp;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Tape;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/**
 * y = a · b, with either operand transposed; all axes of a batched operand but its last are rows.
 *
 * <pre>
 * mult         a [b, …, k]   b [k, n]      →   y [b, …, n]
 * multTransB   a [b, …, k]   b [n, k]      →   y [b, …, n]
 * multTransA   a [b, …, m]   b [b, …, n]   →   y [m, n]
 * </pre>
 */
public enum MatMul implements DifferentiableOp {
  MULT("mult"),
  /** aᵀ · b. */
  MULT_TRANS_A("multTransA"),
  /** a · bᵀ. */
  MULT_TRANS_B("multTransB");

  private final String text;

  MatMul(String text) {
    this.text = text;
  }

  @Override
  public Value infer(String name, List<Value> operands) {
    Shape a = operands.get(0).shape();
    Shape b = operands.get(1).shape();
    return switch (this) {
      case MULT -> Value.of(name, a.with(a.rank() - 1, b.extent(1)));
      case MULT_TRANS_A -> Value.fixed(name, Shape.of(a.last(), b.last()));
      case MULT_TRANS_B -> Value.of(name, a.with(a.rank() - 1, b.extent(0)));
    };
  }

  @Override
  public void differentiate(Equation y, Value dy, Tape tape) {
    Value a = y.operand(0);
    Value b = y.operand(1);
    switch (this) {
      case MULT -> {
        tape.add(a, MULT_TRANS_B, dy, b);
        tape.add(b, MULT_TRANS_A, a, dy);
      }
      case MULT_TRANS_A -> {
        tape.add(a, MULT_TRANS_B, b, dy);
        tape.add(b, MULT, a, dy);
      }
      case MULT_TRANS_B -> {
        tape.add(a, MULT, dy, b);
        tape.add(b, MULT_TRANS_A, dy, a);
      }
    }
  }

  @Override
  public long flops(List<Value> operands, Value result) {
    long rows = operands.get(0).shape().withoutLast().size();
    return 2 * rows * operands.get(0).shape().last() * columns(operands);
  }

  private int columns(List<Value> operands) {
    Shape b = operands.get(1).shape();
    return this == MULT_TRANS_B ? b.extent(0) : b.last();
  }

  @Override
  public String toString() {
    return text;
  }
}
