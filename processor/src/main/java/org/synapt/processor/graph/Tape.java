package org.synapt.processor.graph;

/** Takes down the backward equations while ops say their gradient rules. */
public interface Tape {

  /** Whether anybody asks for the gradient of a value. */
  boolean needs(Value value);

  /** Whether a trained parameter asks for the gradient of a value, and not an input alone. */
  boolean trains(Value value);

  /** Writes an equation whose result serves a rule. */
  Value emit(Op op, Value... operands);

  /** Writes an equation whose result is a share of the gradient of a value, or serves one. */
  Value emitFor(Value value, Op op, Value... operands);

  /** Adds a share, which is known already, to the gradient of a value, if anybody asks for it. */
  void add(Value value, Value share);

  /** Adds a share, computed by an op, to the gradient of a value, if anybody asks for it. */
  void add(Value value, Op op, Value... operands);
}
