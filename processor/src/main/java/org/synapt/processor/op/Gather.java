package org.synapt.processor.op;

import java.util.List;
import org.synapt.processor.graph.DifferentiableOp;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Tape;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/**
 * y[i] = table[ids[i]]: rows of a table by their numbers.
 *
 * <pre>
 * table [rows, columns]   ids [b, …]   →   y [b, …, columns]
 * dtable[ids[i]] += dy[i]
 * </pre>
 */
public record Gather() implements DifferentiableOp {

  @Override
  public Value infer(String name, List<Value> operands) {
    Shape ids = operands.get(1).shape();
    int columns = operands.get(0).shape().last();
    return Value.of(name, ids.inserting(ids.rank(), columns));
  }

  @Override
  public void differentiate(Equation y, Value dy, Tape tape) {
    Value table = y.operand(0);
    tape.add(table, new Gradient(table.shape()), y.operand(1), dy);
  }

  @Override
  public String toString() {
    return "gather";
  }

  /**
   * The gradient of the table, 0 in all rows that are not named, from ids and dy.
   *
   * @param table the shape of the table
   */
  public record Gradient(Shape table) implements Op {

    @Override
    public Value infer(String name, List<Value> operands) {
      return Value.fixed(name, table);
    }

    @Override
    public String toString() {
      return "gatherGradient";
    }
  }
}
