package org.synapt.backend.java;

import java.util.Arrays;
import org.synapt.kernel.Formula;
import org.synapt.kernel.GateFunctions;

/**
 * The gates of some examples at a step, and what each cell of a recurrent layer computes with them:
 * all of it but the products.
 *
 * <p>Every gate is a plane, the floats of all examples one behind the other from 0 on, so that
 * formulas run over all of them at once; n says how many floats there are. Gates are numbered as
 * {@link org.synapt.kernel.Recurrent} has them: i, f, c, o and z, r, h.
 */
public final class GatePlanes {
  private static final int MOST_GATES = 4;
  private static final int I = 0;
  private static final int F = 1;
  private static final int C = 2;
  private static final int O = 3;
  private static final int Z = 0;
  private static final int R = 1;
  private static final int H = 2;

  private final float[][] gate = new float[MOST_GATES][0];
  private final float[][] sum = new float[MOST_GATES][0];
  private final float[][] slope = new float[MOST_GATES][0];
  private float[] h = {};
  private float[] c = {};
  private float[] other = {};
  private float[] spare = {};
  private final float[][] operand = new float[1][];

  private GateFunctions functions;
  private boolean activationSlopeOfSum;
  private boolean gateSlopeOfSum;

  /** Planes without room. */
  public GatePlanes() {}

  /**
   * Makes room; planes that were long enough stay what they are.
   *
   * @param functions of the gates from now on
   * @param most the most floats of a plane
   */
  public void prepare(GateFunctions functions, int most) {
    if (!functions.equals(this.functions)) {
      this.functions = functions;
      activationSlopeOfSum = functions.slope().operands().contains("x");
      gateSlopeOfSum = functions.recurrentSlope().operands().contains("x");
    }
    if (h.length < most) {
      h = new float[most];
      c = new float[most];
      other = new float[most];
      spare = new float[most];
      Arrays.setAll(gate, i -> new float[most]);
      Arrays.setAll(sum, i -> new float[most]);
      Arrays.setAll(slope, i -> new float[most]);
    }
  }

  /**
   * A gate: before a step its sum, and then its value.
   *
   * @param i its number
   * @return the plane
   */
  public float[] gate(int i) {
    return gate[i];
  }

  /**
   * A gate's sum, where a {@linkplain GateFunctions#needSums slope needs it}.
   *
   * @param i the gate's number
   * @return the plane
   */
  public float[] sum(int i) {
    return sum[i];
  }

  /**
   * The gradient of a gate's sum.
   *
   * @param i the gate's number; of a GRU with reset after, 3 for that of {@code h U_h + b'_h}
   * @return the plane
   */
  public float[] slope(int i) {
    return slope[i];
  }

  /**
   * The state h, or its gradient.
   *
   * @return the plane
   */
  public float[] h() {
    return h;
  }

  /**
   * The state c of an LSTM, or its gradient; of a GRU, on the way back, h before the step.
   *
   * @return the plane
   */
  public float[] c() {
    return c;
  }

  /**
   * What the way back needs besides: c before the step of an LSTM; with reset after {@code h U_h +
   * b'_h}. With reset before what the candidate multiplies, {@code r · h}, or the gradient of that.
   *
   * @return the plane
   */
  public float[] other() {
    return other;
  }

  /**
   * A step of a simple layer: the gate from its sum, and h.
   *
   * @param n the floats of a plane
   */
  public void simple(int n) {
    activate(n, 0);
    System.arraycopy(gate[0], 0, h, 0, n);
  }

  /**
   * A step back: the slope, from h.
   *
   * @param n the floats of a plane
   */
  public void simpleBack(int n) {
    candidateSlope(n, 0);
    GateLoops.multiply(n, slope[0], h);
  }

  /**
   * A step of an LSTM: the gates from their sums, c and h; c before it is other.
   *
   * @param n the floats of a plane
   */
  public void lstm(int n) {
    open(n, I);
    open(n, F);
    activate(n, C);
    open(n, O);
    System.arraycopy(c, 0, other, 0, n);
    advance(n, c);
    apply(functions.activation(), n, c, h);
    GateLoops.multiply(n, h, gate[O]);
  }

  /** c = f · c + i · c̃. */
  private void advance(int n, float[] cell) {
    GateLoops.multiply(n, cell, gate[F]);
    GateLoops.addProduct(n, cell, gate[I], gate[C]);
  }

  /**
   * A step back: the slopes, from h, c, the gates and other, and c before the step.
   *
   * @param n the floats of a plane
   */
  public void lstmBack(int n) {
    outputBack(n);
    gateSlope(n, I);
    gateSlope(n, F);
    candidateSlope(n, C);
    GateLoops.multiply(n, slope[I], c, gate[C]);
    GateLoops.multiply(n, slope[F], c, other);
    GateLoops.multiply(n, slope[C], c, gate[I]);
    GateLoops.multiply(n, c, gate[F]);
  }

  /** The slope of o, and h's share of c: c after the step is computed again. */
  private void outputBack(int n) {
    float[] cell = spare;
    float[] value = slope[I];
    float[] derivative = slope[C];
    System.arraycopy(other, 0, cell, 0, n);
    advance(n, cell);
    apply(functions.activation(), n, cell, value);
    gateSlope(n, O);
    GateLoops.multiply(n, slope[O], h, value);
    apply(functions.slope(), n, activationSlopeOfSum ? cell : value, derivative);
    GateLoops.multiply(n, derivative, gate[O]);
    GateLoops.addProduct(n, c, h, derivative);
  }

  /**
   * The first half of a step with reset before: z and r from their sums, and other, of which the
   * candidate's sum is to be made.
   *
   * @param n the floats of a plane
   */
  public void gruGates(int n) {
    open(n, Z);
    open(n, R);
    GateLoops.product(n, other, gate[R], h);
  }

  /**
   * The second half: the candidate from its sum, and h.
   *
   * @param n the floats of a plane
   */
  public void gru(int n) {
    activate(n, H);
    GateLoops.mix(n, h, gate[H], gate[Z]);
  }

  /**
   * The first half of a step back, with either reset: the slopes of z and of the candidate, from h,
   * h before the step and the gates.
   *
   * @param n the floats of a plane
   */
  public void gruCandidateBack(int n) {
    gateSlope(n, Z);
    GateLoops.multiplyByDifference(n, slope[Z], h, c, gate[H]);
    candidateSlope(n, H);
    GateLoops.multiplyByRest(n, slope[H], h, gate[Z]);
  }

  /**
   * The second half with reset before: the slope of r, and h's gradient but for what comes through
   * the sums of z and r, from other, the gradient of {@code r · h}.
   *
   * @param n the floats of a plane
   */
  public void gruResetBack(int n) {
    gateSlope(n, R);
    GateLoops.multiply(n, slope[R], other, c);
    GateLoops.multiply(n, h, gate[Z]);
    GateLoops.addProduct(n, h, other, gate[R]);
  }

  /**
   * A step with reset after: the gates from the sums of z and r, from the candidate's share of x
   * and from other, and h.
   *
   * @param n the floats of a plane
   */
  public void gruResetAfter(int n) {
    open(n, Z);
    open(n, R);
    GateLoops.addProduct(n, gate[H], gate[R], other);
    gru(n);
  }

  /**
   * The second half of a step back with reset after: the slopes of r and of other, and h's gradient
   * but for what comes through sums.
   *
   * @param n the floats of a plane
   */
  public void gruResetAfterBack(int n) {
    gateSlope(n, R);
    GateLoops.multiply(n, slope[R], slope[H], other);
    GateLoops.product(n, slope[3], slope[H], gate[R]);
    GateLoops.multiply(n, h, gate[Z]);
  }

  private void open(int n, int g) {
    keepSum(n, g);
    apply(functions.recurrent(), n, gate[g], gate[g]);
  }

  private void activate(int n, int g) {
    keepSum(n, g);
    apply(functions.activation(), n, gate[g], gate[g]);
  }

  private void keepSum(int n, int g) {
    if (activationSlopeOfSum || gateSlopeOfSum) {
      System.arraycopy(gate[g], 0, sum[g], 0, n);
    }
  }

  private void gateSlope(int n, int g) {
    apply(functions.recurrentSlope(), n, gateSlopeOfSum ? sum[g] : gate[g], slope[g]);
  }

  private void candidateSlope(int n, int g) {
    apply(functions.slope(), n, activationSlopeOfSum ? sum[g] : gate[g], slope[g]);
  }

  private void apply(Formula f, int n, float[] x, float[] y) {
    operand[0] = x;
    f.apply(n, y, operand);
  }
}
