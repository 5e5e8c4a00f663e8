package org.synapt.processor.op;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.synapt.processor.graph.DifferentiableOp;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Tape;
import org.synapt.processor.graph.Value;

/**
 * y = exp(x) / Σ exp(x) along the last axis, over the scores that count; 0 elsewhere, and 1/n in a
 * row of which none counts.
 *
 * <pre>x [b, …, q, n]   queryMask [b, q]   keyMask [b, n]   →   y [b, …, q, n]</pre>
 *
 * @param causal whether query i sees only the keys up to number i
 * @param queries whether there is a mask of the queries
 * @param keys whether there is a mask of the keys
 */
public record MaskedSoftmax(boolean causal, boolean queries, boolean keys)
    implements DifferentiableOp {

  @Override
  public Value infer(String name, List<Value> operands) {
    return Value.of(name, operands.get(0).shape());
  }

  @Override
  public void differentiate(Equation y, Value dy, Tape tape) {
    List<Value> operands = new ArrayList<>(List.of(y.result(), dy));
    operands.addAll(y.operands().subList(1, y.operands().size()));
    tape.add(y.operand(0), new Gradient(this), operands.toArray(Value[]::new));
  }

  /** The mask of the queries, if there is one, among operands of which so many come first. */
  public Optional<Value> queryMask(List<Value> operands, int first) {
    return queries ? Optional.of(operands.get(first)) : Optional.empty();
  }

  /** The mask of the keys, if there is one, among operands of which so many come first. */
  public Optional<Value> keyMask(List<Value> operands, int first) {
    return keys ? Optional.of(operands.get(queries ? first + 1 : first)) : Optional.empty();
  }

  @Override
  public long flops(List<Value> operands, Value result) {
    return 4 * result.shape().size();
  }

  @Override
  public boolean inPlace(int operand) {
    return operand == 0;
  }

  private String options() {
    return Stream.of(causal ? "causal" : "", queries ? "queries" : "", keys ? "keys" : "")
        .filter(word -> !word.isEmpty())
        .collect(joining(", ", "<", ">"));
  }

  @Override
  public String toString() {
    return "maskedSoftmax" + options();
  }

  /** dx, from y, dy and the masks. */
  public record Gradient(MaskedSoftmax softmax) implements Op {

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
      return "maskedSoftmaxGradient" + softmax.options();
    }
  }
}
