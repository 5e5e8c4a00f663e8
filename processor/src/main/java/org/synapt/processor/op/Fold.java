package org.synapt.processor.op;

import java.util.ArrayList;
import java.util.List;
import org.synapt.processor.graph.DifferentiableOp;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Tape;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/**
 * Makes every step an example, or the steps of an example one value again; nothing moves.
 *
 * <pre>
 * FOLD     x [b, T, …]   →   y [b · T, …]
 * UNFOLD   x [b · T, …]   →   y [b, T, …]
 * </pre>
 */
public enum Fold implements DifferentiableOp {
  FOLD("fold"),
  UNFOLD("unfold");

  private final String text;

  Fold(String text) {
    this.text = text;
  }

  @Override
  public Value infer(String name, List<Value> operands) {
    Value x = operands.get(0);
    List<Integer> folded = new ArrayList<>(x.folded().extents());
    if (this == FOLD) {
      folded.add(x.shape().extent(0));
      return Value.of(name, x.shape().without(0)).within(new Shape(folded));
    }
    int steps = folded.remove(folded.size() - 1);
    return Value.of(name, x.shape().inserting(0, steps)).within(new Shape(folded));
  }

  @Override
  public Value result(String name, List<Value> operands, Shape folded) {
    return infer(name, operands);
  }

  @Override
  public void differentiate(Equation y, Value dy, Tape tape) {
    tape.add(y.operand(0), this == FOLD ? UNFOLD : FOLD, dy);
  }

  @Override
  public boolean alias() {
    return true;
  }

  @Override
  public String toString() {
    return text;
  }
}
