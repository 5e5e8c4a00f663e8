package org.synapt.processor.op;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synapt.processor.graph.DifferentiableOp;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Op;
import org.synapt.processor.graph.Tape;
import org.synapt.processor.graph.Value;

/** y = γ · (x − μ) / √(σ² + ε) + β, with mean and variance over some axes. */
public interface Normalization extends DifferentiableOp {

  /** γ and β. */
  Affine affine();

  /** The formula: {@code gamma * (x - mean) / sqrt(variance + 0.001) + beta}. */
  String formula(List<String> operands);

  /** What the gradient reads besides x and γ: the operand that the op writes for it. */
  Value saved(List<Value> operands);

  /** The op that gives dx from dy, x, what was saved, γ, and room for dγ and dβ. */
  Op gradient(Affine asked);

  @Override
  default void differentiate(Equation y, Value dy, Tape tape) {
    Optional<Value> gamma = affine().gamma(y.operands()).filter(tape::needs);
    Optional<Value> beta = affine().beta(y.operands()).filter(tape::needs);
    List<Value> operands = new ArrayList<>(List.of(dy, y.operand(0), saved(y.operands())));
    affine().gamma(y.operands()).ifPresent(operands::add);
    Optional<Value> dgamma = gamma.map(it -> tape.emitFor(it, Room.fixed(it.shape())));
    Optional<Value> dbeta = beta.map(it -> tape.emitFor(it, Room.fixed(it.shape())));
    dgamma.ifPresent(operands::add);
    dbeta.ifPresent(operands::add);
    Op op = gradient(new Affine(dgamma.isPresent(), dbeta.isPresent()));
    Value dx = tape.emitFor(y.operand(0), op, operands.toArray(Value[]::new));
    tape.add(y.operand(0), dx);
    gamma.ifPresent(it -> tape.add(it, new Written(), dgamma.orElseThrow(), dx));
    beta.ifPresent(it -> tape.add(it, new Written(), dbeta.orElseThrow(), dx));
  }
}
