package org.synapt.processor.op;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;
import org.synapt.processor.formula.Expression;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Value;

/**
 * y = γ · (x − μ) / √(σ² + ε) + β, with mean and variance along the last axis.
 *
 * <pre>x [b, …, k]   saved [b, …, 2], if it is to train   γ, β [k]   →   y [b, …, k]</pre>
 *
 * @param epsilon ε
 * @param training whether it has room to save something for its gradient
 * @param affine γ and β
 */
public record LayerNormalization(double epsilon, boolean training, Affine affine)
    implements Normalization {

  @Override
  public Value infer(String name, List<Value> operands) {
    return Value.of(name, operands.get(0).shape());
  }

  @Override
  public Value saved(List<Value> operands) {
    return operands.get(1);
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

  @Override
  public boolean inPlace(int operand) {
    return operand == 0;
  }

  @Override
  public boolean writes(int operand) {
    return training && operand == 1;
  }

  @Override
  public String toString() {
    return Stream.of(
            new Expression.Constant(epsilon).toString(), training ? "train" : "", affine.toString())
        .filter(word -> !word.isEmpty())
        .collect(joining(", ", "layerNormalization<", ">"));
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
      return 10 * result.shape().size();
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
      return "layerNormalizationGradient";
    }
  }
}
