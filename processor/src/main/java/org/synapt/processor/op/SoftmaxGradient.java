package org.synapt.processor.op;

import java.util.List;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Value;

/**
 * dx of a softmax, from its result y and dy.
 *
 * <pre>
 * softmaxGradient      dx = y · (dy − Σ y · dy)
 * logSoftmaxGradient   dx = dy − exp(y) · Σ dy
 * </pre>
 */
public enum SoftmaxGradient implements Op {
  SOFTMAX("softmaxGradient"),
  LOG_SOFTMAX("logSoftmaxGradient");

  private final String text;

  SoftmaxGradient(String text) {
    this.text = text;
  }

  @Override
  public Value infer(String name, List<Value> operands) {
    return Value.of(name, operands.get(0).shape());
  }

  @Override
  public long flops(List<Value> operands, Value result) {
    return 4 * result.shape().size();
  }

  /** Over dy only: y is read after the first element is written. */
  @Override
  public boolean inPlace(int operand) {
    return operand == 1;
  }

  @Override
  public String toString() {
    return text;
  }
}
