package org.synapt.processor.op;

import java.util.List;
import org.synapt.processor.graph.DifferentiableOp;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Tape;
import org.synapt.processor.graph.Value;

/**
 * loss = Σ t · (log Σ exp(z) − z), exact for any logits z; p, their softmax, serves the gradient.
 *
 * <pre>z, p, t [b, …, n]   →   loss [b, …]      dz = dloss · (p · Σ t − t)</pre>
 */
public enum SoftmaxCrossEntropy implements DifferentiableOp {
  LOSS;

  @Override
  public Value infer(String name, List<Value> operands) {
    return Value.of(name, operands.get(0).shape().withoutLast());
  }

  @Override
  public void differentiate(Equation loss, Value dloss, Tape tape) {
    tape.add(loss.operand(0), Gradient.GRADIENT, loss.operand(1), loss.operand(2), dloss);
  }

  @Override
  public long flops(List<Value> operands, Value result) {
    return 5 * operands.get(0).shape().size();
  }

  @Override
  public String toString() {
    return "softmaxCrossEntropy";
  }

  /** dz, from p, t and dloss. */
  public enum Gradient implements Op {
    GRADIENT;

    @Override
    public Value infer(String name, List<Value> operands) {
      return Value.of(name, operands.get(0).shape());
    }

    @Override
    public long flops(List<Value> operands, Value result) {
      return 3 * result.shape().size();
    }

    @Override
    public boolean inPlace(int operand) {
      return operand == 0;
    }

    @Override
    public String toString() {
      return "softmaxCrossEntropyGradient";
    }
  }
}
