package org.synapt.processor.op;

import java.util.List;
import org.synapt.processor.graph.DifferentiableOp;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Tape;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Windows;

/**
 * y = max x over each window, for each channel; padding is never the largest.
 *
 * <pre>x [b, image…, c]   saved [b, result…, c], if it is to train   →   y [b, result…, c]</pre>
 *
 * <p>Where several elements are the largest, the first of them takes the gradient, as in PyTorch
 * and TensorFlow.
 *
 * @param windows how the window moves
 * @param training whether it has room to save which element was the largest
 */
public record MaxPooling(Windows windows, boolean training) implements DifferentiableOp {

  @Override
  public Value infer(String name, List<Value> operands) {
    return Value.of(name, windows.result(operands.get(0).shape().last()));
  }

  @Override
  public void differentiate(Equation y, Value dy, Tape tape) {
    tape.add(y.operand(0), new Gradient(windows), dy, y.operand(1));
  }

  @Override
  public long flops(List<Value> operands, Value result) {
    return windows.size() * result.shape().size();
  }

  @Override
  public boolean writes(int operand) {
    return training && operand == 1;
  }

  @Override
  public String toString() {
    return "maxPooling<" + windows + (training ? ", train>" : ">");
  }

  /**
   * dx from dy and what was saved.
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
      return operands.get(0).shape().size();
    }

    @Override
    public String toString() {
      return "maxPoolingGradient<" + windows + ">";
    }
  }
}
