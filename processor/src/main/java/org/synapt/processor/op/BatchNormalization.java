package org.synapt.processor.op;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;
import org.synapt.processor.formula.Expression;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Value;

/**
 * y = γ · (x − μ) / √(σ² + ε) + β, with mean and variance over the batch and all axes but the last;
 * moves the statistics too. While evaluating, by the moving ones.
 *
 * <pre>
 * x [b, …, k]   moving mean, moving variance [k]   saved [2, k]   γ, β [k]   →   y [b, …, k]
 * </pre>
 *
 * @param momentum the share of the moving statistics that stays
 * @param epsilon ε
 * @param affine γ and β
 */
public record BatchNormalization(double momentum, double epsilon, Affine affine)
    implements Normalization {
  private static final int SAVED = 3;

  @Override
  public Value infer(String name, List<Value> operands) {
    return Value.of(name, operands.get(0).shape());
  }

  @Override
  public Value saved(List<Value> operands) {
    return operands.get(SAVED);
  }

  @Override
  public Op gradient(Affine asked) {
    return new Gradient(affine.scale(), asked);
  }

  @Override
  public String formula(List<String> operands) {
    return affine.formula(operands, epsilon);
  }

  @Override
  public long flops(List<Value> operands, Value result) {
    return 7 * result.shape().size();
  }

  /** The moving statistics, and what it saves. */
  @Override
  public boolean writes(int operand) {
    return operand >= 1 && operand <= SAVED;
  }

  @Override
  public String toString() {
    return Stream.of(
            new Expression.Constant(momentum).toString(),
            new Expression.Constant(epsilon).toString(),
            affine.toString())
        .filter(word -> !word.isEmpty())
        .collect(joining(", ", "batchNormalization<", ">"));
  }

  /**
   * dx, from dy, x, what was saved, and γ if there is one; writes dγ and dβ, its last operands, as
   * far as they are asked for.
   *
   * @param scale whether there is a γ
   * @param asked what it has room for
   */
  public record Gradient(boolean scale, Affine asked) implements Op {

    @Override
    public Value infer(String name, List<Value> operands) {
      return Value.of(name, operands.get(0).shape());
    }

    @Override
    public long flops(List<Value> operands, Value result) {
      return 9 * result.shape().size();
    }

    @Override
    public boolean inPlace(int operand) {
      return operand == 0;
    }

    @Override
    public boolean writes(int operand) {
      return operand >= (scale ? 4 : 3);
    }

    @Override
    public String toString() {
      return "batchNormalizationGradient";
    }
  }
}
