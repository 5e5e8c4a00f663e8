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
 * <pre>
 * z, p, t [b, …, n]   →   loss [b, …]
 * dz = dloss · (p · Σ t − t)   dt = −dloss · log p, where a row is the target
 * </pre>
 */
public enum SoftmaxCrossEntropy implements DifferentiableOp {
  LOSS;

  private static final Elementwise TARGET = Elementwise.of("-logP * dloss", "logP", "dloss");

  @Override
  public Value infer(String name, List<Value> operands) {
    return Value.of(name, operands.get(0).shape().withoutLast());
  }

  @Override
  public void differentiate(Equation loss, Value dloss, Tape tape) {
    Value z = loss.operand(0);
    Value t = loss.operand(2);
    tape.add(z, Gradient.GRADIENT, loss.operand(1), t, dloss);
    if (tape.needs(t)) {
      Value logP = tape.emit(Softmax.LOG_SOFTMAX, z);
      Value each = tape.emit(new Spread(z.shape().rank() - 1, z.shape().last()), dloss);
      tape.add(t, TARGET, logP, each);
    }
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
