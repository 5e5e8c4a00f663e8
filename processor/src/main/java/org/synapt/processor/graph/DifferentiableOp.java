package org.synapt.processor.graph;

/** An op through which gradients flow. */
public interface DifferentiableOp extends Op {

  /**
   * The gradient rule: adds to the tape what each operand's gradient gets from this equation.
   *
   * @param equation y = op(operands)
   * @param dy the gradient of y
   * @param tape what takes the shares
   */
  void differentiate(Equation equation, Value dy, Tape tape);
}
