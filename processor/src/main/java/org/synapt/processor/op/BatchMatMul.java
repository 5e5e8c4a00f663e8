package org.synapt.processor.op;

import java.util.List;
import org.synapt.processor.graph.DifferentiableOp;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Tape;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/**
 * y = a · b, example by example, with either operand transposed.
 *
 * <pre>
 * batchMult         a [b, m, k]   b [b, k, n]   →   y [b, m, n]
 * batchMultTransA   a [b, k, m]   b [b, k, n]   →   y [b, m, n]
 * batchMultTransB   a [b, m, k]   b [b, n, k]   →   y [b, m, n]
 * </pre>
 */
public enum BatchMatMul implements DifferentiableOp {
  MULT("batchMult"),
  /** aᵀ · b. */
  MULT_TRANS_A("batchMultTransA"),
  /** a · bᵀ. */
  MULT_TRANS_B("batchMultTransB");

  private final String text;

  BatchMatMul(String text) {
    this.text = text;
  }

  @Override
  public Value infer(String name, List<Value> operands) {
    Shape a = operands.get(0).shape();
    Shape b = operands.get(1).shape();
    int m = this == MULT_TRANS_A ? a.extent(1) : a.extent(0);
    int n = this == MULT_TRANS_B ? b.extent(0) : b.extent(1);
    return Value.of(name, Shape.of(m, n));
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
    Shape a = operands.get(0).shape();
    return 2 * result.shape().size() * (this == MULT_TRANS_A ? a.extent(0) : a.extent(1));
  }

  @Override
  public String toString() {
    return text;
  }
}
