package org.synapt.testkit;

import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.synapt.backend.Backend;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Expression;
import org.synapt.kernel.Formula;
import org.synapt.kernel.Pointwise;

/**
 * Everything that the text of a formula can say, for backends that run code of their own for it.
 */
final class FormulaChecks {
  private static final int[][] SHAPES = {{1, 1}, {9, 1}, {7, 13}, {1, 9}, {64, 17}, {3, 2_100}};

  /** How many of the shapes will do where only one operation is tried. */
  private static final int FEW = 3;

  /** Arguments of functions: beside 0, small, ordinary and large. */
  private static final float[] SCALES = {1e-12f, 1e-6f, 1e-3f, 0.1f, 1, 10};

  /** Where a sigmoid may end instead of at 0, as {@link org.synapt.kernel.Functions} says. */
  private static final double LEAST_SIGMOID = 1.2e-19;

  /** A float may be off by so many of its units, and eight more. */
  private static final int UNITS = 8;

  private final Backend backend;
  private final Pointwise pointwise;

  private FormulaChecks(Backend backend, Pointwise pointwise) {
    this.backend = backend;
    this.pointwise = pointwise;
  }

  static Stream<DynamicTest> of(Backend backend, Pointwise pointwise) {
    FormulaChecks checks = new FormulaChecks(backend, pointwise);
    return Stream.of(
        dynamicTest("every function", checks::functions),
        dynamicTest("every function of what breaks shortcuts", checks::extremes),
        dynamicTest("every operation between values, vectors and numbers", checks::operations),
        dynamicTest("conditions", checks::conditions),
        dynamicTest("several operations", checks::composed),
        dynamicTest("keeps formulas and shapes apart", checks::alternates));
  }

  private void functions() {
    for (Formula f : LanguageFormulas.unary()) {
      for (float scale : SCALES) {
        float[] x = Numbers.normal(207);
        for (int i = 0; i < x.length; i++) {
          x[i] *= scale;
        }
        // A sine near 0 that is not one of 0 is a difference.
        boolean wave =
            f.toString().equals("sin(x)") && scale > 0.1f || f.toString().equals("cos(x)");
        check(f, 9, 23, wave ? 1 : 0, x);
      }
    }
  }

  private void extremes() {
    for (Formula f : LanguageFormulas.unary()) {
      List<Float> inputs = new ArrayList<>();
      for (float x : Numbers.EXTREMES) {
        if (isDefined(f.toString(), x)) {
          inputs.add(x);
        }
      }
      float[] x = new float[inputs.size()];
      for (int i = 0; i < x.length; i++) {
        x[i] = inputs.get(i);
      }
      check(f, 1, x.length, LEAST_SIGMOID / UNITS / 0x1p-24, x);
    }
    neverInfinite("exp(x)", 1_000);
    neverInfinite("expm1(x)", 1_000);
  }

  /** Whether {@link org.synapt.kernel.Functions} says what double precision does. */
  private static boolean isDefined(String text, float x) {
    return switch (text) {
      case "relu(x)", "step(x)", "softplus(x)" -> x != Float.NEGATIVE_INFINITY;
      case "exp(x)", "expm1(x)" -> !(Math.abs(x) > 88);
      case "sin(x)", "cos(x)" -> !(Math.abs(x) > 1_000);
      default -> true;
    };
  }

  private void neverInfinite(String text, float x) {
    for (Formula f : LanguageFormulas.unary()) {
      if (f.toString().equals(text)) {
        assertWithMessage("%s of %s", text, x)
            .that(run(f, 1, 1, false, new float[] {x})[0])
            .isFinite();
      }
    }
  }

  private void operations() {
    for (Formula f : LanguageFormulas.binary()) {
      for (int[] shape : Arrays.copyOf(SHAPES, FEW)) {
        check(f, shape[0], shape[1], 0, quarters(f, shape));
      }
    }
  }

  private void conditions() {
    for (Formula f : LanguageFormulas.conditional()) {
      for (int[] shape : SHAPES) {
        check(f, shape[0], shape[1], 0, quarters(f, shape));
      }
    }
  }

  private void composed() {
    for (Formula f : LanguageFormulas.composed()) {
      for (int[] shape : SHAPES) {
        check(f, shape[0], shape[1], 8, quarters(f, shape));
      }
    }
  }

  /** Multiples of ¼, of which many are equal, and some 0. */
  private static float[][] quarters(Formula f, int[] shape) {
    float[][] x = new float[f.operands().size()][];
    for (int k = 0; k < x.length; k++) {
      x[k] = Numbers.normal(k < f.values() ? shape[0] * shape[1] : shape[1], k);
      for (int i = 0; i < x[k].length; i++) {
        x[k][i] = Math.round(4 * x[k][i]) / 4f;
      }
    }
    return x;
  }

  /** What a kernel keeps for one call must not serve another. */
  private void alternates() {
    List<Formula> formulas = new ArrayList<>(LanguageFormulas.composed());
    formulas.addAll(LanguageFormulas.conditional());
    Random random = new Random(4);
    for (int i = 0; i < 200; i++) {
      Formula f = formulas.get(random.nextInt(formulas.size()));
      int[] shape = SHAPES[random.nextInt(SHAPES.length - 1)];
      check(f, shape[0], shape[1], 8, quarters(f, shape));
    }
  }

  /** Compares with double precision; give or take units of the result or of the least size. */
  private void check(Formula f, int rows, int columns, double leastSize, float[]... x) {
    String what = f + ", " + rows + " x " + columns;
    float[] apart = run(f, rows, columns, false, x);
    Expression expression = Expression.of(f);
    Reference reference = new Reference(rows * columns);
    double[] operands = new double[x.length];
    for (int i = 0; i < rows * columns; i++) {
      for (int k = 0; k < x.length; k++) {
        operands[k] = x[k][k < f.values() ? i : i % columns];
      }
      double value = Evaluation.of(expression, operands);
      reference.add(i, value, Math.max(Math.abs(value), leastSize));
    }
    reference.agreesWith(what, UNITS, apart);
    if (f.values() > 0) {
      Reference.same(what + ", in place", apart, run(f, rows, columns, true, x));
    }
  }

  private float[] run(Formula f, int rows, int columns, boolean inPlace, float[]... x) {
    Slot[] slots = new Slot[x.length + 1];
    Buffer[] operands = new Buffer[x.length];
    int last = inPlace ? f.values() - 1 : x.length;
    for (int k = 0; k < x.length; k++) {
      slots[k] = k == last ? Slot.updated(x[k]) : Slot.read(x[k]);
    }
    slots[x.length] = Slot.written(inPlace ? 0 : rows * columns);
    Memory memory = Memory.of(backend, slots);
    for (int k = 0; k < x.length; k++) {
      operands[k] = slots[k].buffer();
    }
    Buffer y = slots[last].buffer();
    switch (x.length) {
      case 1 -> pointwise.apply(rows, columns, f, y, operands[0]);
      case 2 -> pointwise.apply(rows, columns, f, y, operands[0], operands[1]);
      case 3 -> pointwise.apply(rows, columns, f, y, operands[0], operands[1], operands[2]);
      default -> pointwise.apply(rows, columns, f, y, operands);
    }
    memory.check(f.toString());
    return slots[last].floats();
  }
}
