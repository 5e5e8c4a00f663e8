package org.synapt.processor.conformance;

/** How a call of one of ONNX's operators is declared. */
interface Operator {

  /**
   * Writes the rows of a call.
   *
   * @throws OutOfScope if no rows mean what it does
   */
  void write(Node node, Declaration declaration);
}
