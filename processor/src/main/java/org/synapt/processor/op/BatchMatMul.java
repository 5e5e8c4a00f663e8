package org.synapt.processor.op;

import java.util.List;
import org.synapt.processor.graph.DifferentiableOp;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Tape;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/**
 * y = a · b, matrix by matrix, with either operand transposed. What stands in front of the last two
 * axes, such as the heads of an attention, is the same in all.
 *
 * <pre>
 * batchMult         a [b, …, m, k]   b [b, …, k, n]   →   y [b, …, m, n]
 * batchMultTransA   a [b, …, k, m]   b [b, …, k, n]   →   y [b, …, m, n]
 * batchMultTransB   a [b, …, m, k]   b [b, …, n, k]   →   y [b, …, m, n]
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
    int rows = a.rank() - 2;
    int m = a.extent(this == MULT_TRANS_A ? rows + 1 : rows);
    int n = b.extent(this == MULT_TRANS_B ? rows : rows + 1);
    return Value.of(name, a.with(rows, m).with(rows + 1, n));
  }

  /** The axis of a that is summed along. */
  public int inner(Shape a) {
    return this == MULT_TRANS_A ? a.rank() - 2 : a.rank() - 1;
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
    return 2 * result.shape().size() * a.product(inner(a), inner(a) + 1);
  }

  @Override
  public String toString() {
    return text;
  }
}
