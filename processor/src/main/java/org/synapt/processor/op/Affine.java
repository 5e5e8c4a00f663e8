package org.synapt.processor.op;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.synapt.processor.formula.Expression;
import org.synapt.processor.graph.Value;

/**
 * What a normalization multiplies with and adds, γ · … + β, as far as it does; they are the last
 * operands of its op, γ first.
 *
 * @param scale whether there is a γ
 * @param center whether there is a β
 */
public record Affine(boolean scale, boolean center) {

  /** γ, among the operands of an op. */
  public Optional<Value> gamma(List<Value> operands) {
    return scale ? Optional.of(operands.get(operands.size() - count())) : Optional.empty();
  }

  /** β, among the operands of an op. */
  public Optional<Value> beta(List<Value> operands) {
    return center ? Optional.of(operands.get(operands.size() - 1)) : Optional.empty();
  }

  private int count() {
    return (scale ? 1 : 0) + (center ? 1 : 0);
  }

  /** {@code gamma * (x - mean) / sqrt(variance + 0.001) + beta}. */
  String formula(List<String> operands, double epsilon) {
    int size = operands.size();
    return (scale ? operands.get(size - count()) + " * " : "")
        + "(%s - mean) / sqrt(variance + %s)"
            .formatted(operands.get(0), new Expression.Constant(epsilon))
        + (center ? " + " + operands.get(size - 1) : "");
  }

  /** {@code scale, center}. */
  @Override
  public String toString() {
    return Stream.of(scale ? "scale" : "", center ? "center" : "")
        .filter(word -> !word.isEmpty())
        .collect(joining(", "));
  }
}
