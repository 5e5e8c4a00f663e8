package org.synapt.optimizer;

import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Arrays;

/**
 * The runs that Keras 3 publishes for each of its optimizers: {@code test_single_step} and {@code
 * test_correctness_with_golden} of {@code keras/src/optimizers/*_test.py}, commits of 2024.
 */
final class Golden {
  private Golden() {}

  /** One step from 1, 2, 3, 4 by the gradients 1, 6, 7, 2. */
  static void singleStep(Optimizer optimizer, double... expected) {
    float[] p = new Trial(optimizer, 1, 2, 3, 4).step(1, 6, 7, 2).parameters();
    agrees("one step", p, expected, 1e-4);
  }

  /**
   * Ten parameters of 1; a step by gradients of 0.01, then four by gradients from 0.1 to 1, with
   * the published parameters after each. A row of one number is published for all ten, as within
   * 5e-4 of each.
   */
  static void fiveSteps(Optimizer optimizer, double[]... expected) {
    float[] ones = new float[10];
    float[] first = new float[10];
    float[] later = new float[10];
    for (int i = 0; i < 10; i++) {
      ones[i] = 1;
      first[i] = 0.01f;
      later[i] = 0.1f * (i + 1);
    }
    Trial trial = new Trial(optimizer, ones);
    for (int step = 0; step < expected.length; step++) {
      trial.step(step == 0 ? first : later);
      double tolerance = expected[step].length == 1 ? 5e-4 : 1e-4;
      agrees("step " + (step + 1), trial.parameters(), expected[step], tolerance);
    }
  }

  static double[] row(double... numbers) {
    return numbers;
  }

  private static void agrees(String what, float[] p, double[] expected, double tolerance) {
    double[] all = expected;
    if (expected.length == 1) {
      all = new double[p.length];
      Arrays.fill(all, expected[0]);
    }
    for (int i = 0; i < p.length; i++) {
      assertWithMessage(what + ", parameter " + i)
          .that((double) p[i])
          .isWithin(tolerance)
          .of(all[i]);
    }
  }
}
