package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.GateFunctions;
import org.synapt.kernel.Recurrence;
import org.synapt.kernel.Recurrence.Cell;
import org.synapt.kernel.Recurrence.Option;

/**
 * What a {@link JavaRecurrent} is to compute: the recurrence, its operands, and where things lie.
 *
 * <p>Everything lies example by example, and in an example by the number of the step in x, so that
 * what is computed for all steps at once are products of matrices of b · T rows:
 *
 * <pre>
 * saved   gates [b, T, k·u]   h before the step [b, T, u]   other [b, T, u]   sums [b, T, k·u]
 * other   LSTM: c before the step     GRU: r · h, with reset after h U_h + b'_h
 * </pre>
 *
 * <p>Sums are there only if a slope is a formula of them. One object serves one kernel for all its
 * calls, so that none allocates.
 */
final class RecurrentCall {
  Recurrence recurrence;
  GateFunctions functions;
  Cell cell;
  int batch;
  int steps;
  int inputs;
  int units;

  /** k. */
  int gates;

  /** k · u. */
  int columns;

  boolean backward;
  boolean aligned;
  boolean sequences;
  boolean givesCell;
  boolean stateful;
  boolean resetAfter;
  boolean resetBefore;

  /** Whether a slope is a formula of the sums. */
  boolean needsSums;

  boolean activationSlopeOfSum;
  boolean gateSlopeOfSum;

  /** Steps of y. */
  int given;

  Buffer x;
  Buffer kernel;
  Buffer recurrentKernel;
  Buffer bias;
  Buffer mask;
  Buffer recurrentMask;
  Buffer saved;

  /** The states at the beginning, and in the end; or the gradients of those. */
  Buffer hidden;

  Buffer carry;

  /** The result, or its gradient. */
  Buffer y;

  /** The gradient of the sums: [b, T, k·u]. */
  Buffer slopes;

  /** For the candidate of a GRU with reset after, the gradient of what r multiplies: [b, T, u]. */
  Buffer innerSlopes;

  /** The gradient of x, where each step gives its own. */
  Buffer dx;

  boolean stepsGiveDx;

  /** Describes another call; the operands are to be set anew. */
  void describe(Recurrence described, int examples) {
    batch = examples;
    if (described.equals(recurrence)) {
      return;
    }
    recurrence = described;
    cell = described.cell();
    steps = described.steps();
    inputs = described.inputs();
    units = described.units();
    gates = cell.gates();
    columns = described.columns();
    backward = described.has(Option.BACKWARD);
    aligned = described.has(Option.ALIGNED);
    sequences = described.has(Option.SEQUENCES);
    givesCell = described.has(Option.GIVES_CELL);
    stateful = described.has(Option.STATEFUL);
    resetAfter = cell == Cell.GRU && described.has(Option.RESET_AFTER);
    resetBefore = cell == Cell.GRU && !resetAfter;
    given = described.given();
    functions = described.gates();
    activationSlopeOfSum = functions.slope().operands().contains("x");
    gateSlopeOfSum = functions.recurrentSlope().operands().contains("x");
    needsSums = functions.needSums();
  }

  void setX(Buffer x, Buffer kernel) {
    this.x = x;
    this.kernel = kernel;
  }

  void setOperands(
      Buffer recurrentKernel, Buffer bias, Buffer mask, Buffer recurrentMask, Buffer saved) {
    this.recurrentKernel = recurrentKernel;
    this.bias = bias;
    this.mask = mask;
    this.recurrentMask = recurrentMask;
    this.saved = saved;
  }

  /** Sets states and result, or their gradients. */
  void setStates(Buffer hidden, Buffer carry, Buffer y) {
    this.hidden = hidden;
    this.carry = carry;
    this.y = y;
  }

  void setSlopes(Buffer slopes, Buffer innerSlopes) {
    this.slopes = slopes;
    this.innerSlopes = innerSlopes;
  }

  /**
   * Whether each step gives its part of dx beside that of h, of the same product: their rows are
   * then longer, and a product of longer rows is faster.
   */
  void setDx(Buffer dx) {
    this.dx = dx;
    stepsGiveDx = dx.length() > 0 && inputs + units <= ProductBlock.COLUMNS;
  }

  /** b · T. */
  int rows() {
    return batch * steps;
  }

  /** The step of x that is read as the i-th. */
  int position(int i) {
    return backward ? steps - 1 - i : i;
  }

  /** The step of a result of sequences that step t of x gives. */
  int result(int t) {
    return backward && !aligned ? steps - 1 - t : t;
  }

  /** Whether all gates read h with a mask of their own. */
  boolean masksGates() {
    return recurrentMask.length() > 0;
  }

  /** Whether the way back needs more than gates and states. */
  boolean savesOther() {
    return cell != Cell.SIMPLE_RNN;
  }

  int beforeAt() {
    return rows() * columns;
  }

  int otherAt() {
    return beforeAt() + rows() * units;
  }

  int sumsAt() {
    return otherAt() + (cell == Cell.SIMPLE_RNN ? 0 : rows() * units);
  }

  /** Multiplications and additions of {@code h U}, counted together as one. */
  long work() {
    return (long) rows() * units * columns;
  }

  /** The same array, or a larger one. */
  static float[] fitting(float[] array, int floats) {
    return array.length < floats ? new float[floats] : array;
  }
}
