package org.synapt.processor.op;

import java.util.List;
import org.synapt.processor.graph.DifferentiableOp;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Tape;
import org.synapt.processor.graph.Value;

/** y = exp(x) / Σ exp(x) along the last axis, or its logarithm. */
public enum Softmax implements DifferentiableOp {
  SOFTMAX("softmax", SoftmaxGradient.SOFTMAX),
  LOG_SOFTMAX("logSoftmax", SoftmaxGradient.LOG_SOFTMAX);

  private final String text;
  private final SoftmaxGradient gradient;

  Softmax(String text, SoftmaxGradient gradient) {
    this.text = text;
    this.gradient = gradient;
  }

  @Override
  public Value infer(String name, List<Value> operands) {
    return Value.of(name, operands.get(0).shape());
  }

  @Override
  public void differentiate(Equation y, Value dy, Tape tape) {
    tape.add(y.operand(0), gradient, y.result(), dy);
  }

  @Override
  public long flops(List<Value> operands, Value result) {
    return 4 * result.shape().size();
  }

  @Override
  public boolean inPlace(int operand) {
    return true;
  }

  @Override
  public String toString() {
    return text;
  }
}
