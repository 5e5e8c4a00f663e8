package org.synapt.processor.op;

import java.util.List;
import org.synapt.processor.graph.DifferentiableOp;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Tape;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Windows;

/**
 * y = Σ x / n over each window, for each channel; padding neither adds to the sum nor counts in n.
 *
 * <pre>x [b, image…, c]   →   y [b, result…, c]</pre>
 *
 * @param windows how the window moves
 */
public record AveragePooling(Windows windows) implements DifferentiableOp {

  @Override
  public Value infer(String name, List<Value> operands) {
    return Value.of(name, windows.result(operands.get(0).shape().last()));
  }

  @Override
  public void differentiate(Equation y, Value dy, Tape tape) {
    tape.add(y.operand(0), new Gradient(windows), dy);
  }

  @Override
  public long flops(List<Value> operands, Value result) {
    return windows.size() * result.shape().size();
  }

  @Override
  public String toString() {
    return "averagePooling<" + windows + ">";
  }

  /**
   * dx from dy.
   *
   * @param windows how the window moves
   */
  public record Gradient(Windows windows) implements Op {

    @Override
    public Value infer(String name, List<Value> operands) {
      return Value.of(name, windows.image(operands.get(0).shape().last()));
    }

    @Override
    public long flops(List<Value> operands, Value result) {
      return windows.size() * operands.get(0).shape().size();
    }

    @Override
    public String toString() {
      return "averagePoolingGradient<" + windows + ">";
    }
  }
}
