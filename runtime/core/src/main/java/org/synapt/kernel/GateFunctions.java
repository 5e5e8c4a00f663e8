package org.synapt.kernel;

/**
 * The functions of a recurrent layer's gates and how their slopes are found: each slope is a
 * formula of one operand, {@code y}, the function's value, or {@code x}, what it was taken of.
 *
 * @param activation of the candidate, and of the cell's state: Keras's {@code activation}
 * @param slope its derivative
 * @param recurrent of the gates: Keras's {@code recurrent_activation}
 * @param recurrentSlope its derivative
 */
public record GateFunctions(
    Formula activation, Formula slope, Formula recurrent, Formula recurrentSlope) {

  /**
   * Whether a slope is a formula of the sums, so that these have to be kept.
   *
   * @return whether an operand is {@code x}
   */
  public boolean needSums() {
    return slope.operands().contains("x") || recurrentSlope.operands().contains("x");
  }
}
