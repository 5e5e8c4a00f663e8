package org.synapt.testkit;

import java.util.function.DoubleUnaryOperator;
import org.synapt.kernel.Formula;
import org.synapt.kernel.Functions;
import org.synapt.kernel.GateFunctions;

/**
 * Functions of gates, as the compiler writes them and in double precision.
 *
 * @param functions what a kernel is given
 * @param activation the first of them
 * @param recurrent the second of them
 */
record GateCase(
    GateFunctions functions, DoubleUnaryOperator activation, DoubleUnaryOperator recurrent) {
  /** A float of a float. */
  private interface Computation {
    float of(float x);
  }

  /** Keras's defaults; the slopes are formulas of the values. */
  static final GateCase USUAL =
      new GateCase(
          new GateFunctions(
              formula("tanh(x)", "x", Functions::tanh),
              formula("1 - y * y", "y", y -> 1 - y * y),
              formula("sigmoid(x)", "x", Functions::sigmoid),
              formula("y * (1 - y)", "y", y -> y * (1 - y))),
          Math::tanh,
          x -> 1 / (1 + Math.exp(-x)));

  /** A function with a corner, and one without any bend. */
  static final GateCase STRAIGHT =
      new GateCase(
          new GateFunctions(
              formula("relu(x)", "x", Functions::relu),
              formula("step(y)", "y", Functions::step),
              formula("x", "x", x -> x),
              formula("1", "y", y -> 1)),
          x -> Math.max(x, 0),
          x -> x);

  /** Slopes that are formulas of the sums. */
  static final GateCase OF_SUMS =
      new GateCase(
          new GateFunctions(
              formula("x * sigmoid(x)", "x", x -> x * Functions.sigmoid(x)),
              formula("sigmoid(x) * (1 + x * (1 - sigmoid(x)))", "x", GateCase::swishSlope),
              formula("x / (1 + abs(x))", "x", x -> x / (1 + Math.abs(x))),
              formula("1 / square(1 + abs(x))", "x", GateCase::softsignSlope)),
          x -> x / (1 + Math.exp(-x)),
          x -> x / (1 + Math.abs(x)));

  private static float swishSlope(float x) {
    float s = Functions.sigmoid(x);
    return s * (1 + x * (1 - s));
  }

  private static float softsignSlope(float x) {
    float d = 1 + Math.abs(x);
    return 1 / (d * d);
  }

  private static Formula formula(String text, String operand, Computation computation) {
    return new Formula(text, 1, operand) {
      @Override
      public void apply(int n, float[] y, float[][] x) {
        for (int j = 0; j < n; j++) {
          y[j] = computation.of(x[0][j]);
        }
      }
    };
  }
}
