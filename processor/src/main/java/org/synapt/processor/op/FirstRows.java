package org.synapt.processor.op;

import java.util.List;
import org.synapt.processor.graph.DifferentiableOp;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Tape;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/**
 * The first rows of a parameter; those behind have no part in it.
 *
 * <pre>x [most, columns]   →   y [rows, columns]</pre>
 *
 * @param rows how many; a symbol if each batch decides it, which is then to be at most what there
 *     are
 */
public record FirstRows(int rows) implements DifferentiableOp {

  @Override
  public Value infer(String name, List<Value> operands) {
    return Value.fixed(name, operands.get(0).shape().with(0, rows));
  }

  @Override
  public void differentiate(Equation y, Value dy, Tape tape) {
    tape.add(y.operand(0), new Gradient(y.operand(0).shape()), dy);
  }

  @Override
  public String toString() {
    return "firstRows<" + Shape.text(rows) + ">";
  }

  /**
   * dx from dy: 0 in the rows behind.
   *
   * @param shape the shape of x
   */
  public record Gradient(Shape shape) implements Op {

    @Override
    public Value infer(String name, List<Value> operands) {
      return Value.fixed(name, shape);
    }

    @Override
    public String toString() {
      return "firstRowsGradient<" + shape + ">";
    }
  }
}
