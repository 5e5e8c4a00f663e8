package org.synapt.network;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.kernel.Constrain;

/** Numbers from Keras 3's {@code constraints_test.py} and the documentation of its constraints. */
final class ConstraintsTest {

  /** Has one parameter, and nothing else. */
  private static final class One extends Network {
    private final Parameter w;

    One(Optional<Constraint> constraint, Initializer start, int... shape) {
      super(
          Backends.named("java"),
          Seed.of(7),
          Signature.of("One")
              .input("x", 1)
              .row("y", "Dense", Shapes.size(shape), new int[] {1}, "x")
              .output("y", "mean_squared_error", 1, new int[] {1}, new int[] {1}, "")
              .build(),
          Collections.singletonList(Constrain.class));
      Parameter made = weight("y.w", start, shape);
      w = constraint.map(it -> constrained(made, it)).orElse(made);
    }

    @Override
    public Network on(Backend backend) {
      throw new AssertionError("not used by any test");
    }

    @Override
    protected PredictionPass newPrediction(int capacity) {
      throw new AssertionError("not used by any test");
    }

    @Override
    protected TrainingPass newTraining(int capacity) {
      throw new AssertionError("not used by any test");
    }
  }

  private static float[] constrained(Constraint constraint, int[] shape, float... numbers) {
    One one = new One(Optional.of(constraint), Initializers.zeros(), shape);
    one.w.set(numbers);
    one.constrain();
    return one.w.get();
  }

  private static int[] shape(int... extents) {
    return extents;
  }

  private static void near(float[] actual, double... expected) {
    assertThat(actual).hasLength(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertWithMessage("[%s] of %s", i, Arrays.toString(actual))
          .that((double) actual[i])
          .isWithin(1e-6)
          .of(expected[i]);
    }
  }

  /** Keras 3, {@code constraints_test.py}, {@code test_max_norm}: columns of norm 0, 1, 3, 3√3. */
  @Test
  void maxNormGivesWhatKerasGives() {
    float[] columns = {0, 1, 3, 3, 0, 0, 0, 3, 0, 0, 0, 3};
    double third = 2 / Math.sqrt(3);

    near(
        constrained(Constraints.maxNorm(2, 0), shape(3, 4), columns),
        0,
        1,
        2,
        third,
        0,
        0,
        0,
        third,
        0,
        0,
        0,
        third);
  }

  /** The same numbers as rows. */
  @Test
  void maxNormGoesAlongTheAxisThatIsSaid() {
    float[] rows = {0, 0, 0, 1, 0, 0, 3, 0, 0, 3, 3, 3};
    double third = 2 / Math.sqrt(3);

    near(
        constrained(Constraints.maxNorm(2, 1), shape(4, 3), rows),
        0,
        0,
        0,
        1,
        0,
        0,
        2,
        0,
        0,
        third,
        third,
        third);
  }

  /**
   * The same four vectors as filters of one row, three columns and one channel, along the axes that
   * Keras 3's documentation names for a {@code Conv2D}: {@code axis = [0, 1, 2]}.
   */
  @Test
  void maxNormOfAFilterGoesAlongAllItsAxes() {
    float[] filters = {0, 1, 3, 3, 0, 0, 0, 3, 0, 0, 0, 3};
    double third = 2 / Math.sqrt(3);
    double[] expected = {0, 1, 2, third, 0, 0, 0, third, 0, 0, 0, third};

    near(constrained(Constraints.maxNorm(2, 0, 1, 2), shape(1, 3, 1, 4), filters), expected);
    near(constrained(Constraints.maxNorm(2, 2, 0, 1), shape(3, 1, 1, 4), filters), expected);
    near(constrained(Constraints.maxNorm(2, 0, 1, 2), shape(1, 1, 3, 4), filters), expected);
  }

  /** Kernels of transposed convolutions have their filters along the axes 0, 1 and 3. */
  @Test
  void unitNormJoinsAxesThatAreNoNeighbours() {
    near(
        constrained(Constraints.unitNorm(0, 2), shape(2, 2, 2), 2, 2, 3, 0, 2, 2, 0, 4),
        0.5,
        0.5,
        0.6,
        0,
        0.5,
        0.5,
        0,
        0.8);
  }

  @Test
  void wantsEachAxisOnce() {
    assertThat(refused(() -> Constraints.unitNorm()))
        .isEqualTo("norms along no axis; a norm needs one or more");
    assertThat(refused(() -> Constraints.maxNorm(2, 1, 0, 1)))
        .isEqualTo("norms along [1, 0, 1]: axes count from 0, each is named once");
    assertThat(refused(() -> Constraints.minMaxNorm(0, 1, 1, -1)))
        .isEqualTo("norms along [-1]: axes count from 0, each is named once");
    assertThat(refused(() -> constrained(Constraints.unitNorm(2), shape(1, 1), 5)))
        .isEqualTo("a norm along axis 2 of [1, 1], which has none");
  }

  private static String refused(Executable code) {
    return assertThrows(IllegalArgumentException.class, code).getMessage();
  }

  /** Keras 3, documentation of {@code Constraint}: [-1, 1] becomes [0, 1]. */
  @Test
  void nonNegGivesWhatKerasGives() {
    near(constrained(Constraints.nonNeg(), shape(2), -1, 1), 0, 1);
  }

  /** Keras 3, {@code constraints_test.py}, {@code test_non_neg_zeroes_negatives} and its kin. */
  @ParameterizedTest
  @ValueSource(floats = {-3, 3, 0})
  void nonNegLeavesWhatIsNotBelowZero(float number) {
    float[] numbers = new float[25];
    Arrays.fill(numbers, number);
    double[] expected = new double[25];
    Arrays.fill(expected, Math.max(number, 0));

    near(constrained(Constraints.nonNeg(), shape(5, 5), numbers), expected);
  }

  /** 100 x 100 from -50 to 50 with a 0, as in Keras 3's tests; other numbers. */
  private static float[] example() {
    Random random = new Random(3537);
    float[] numbers = new float[10_000];
    for (int i = 1; i < numbers.length; i++) {
      numbers[i] = random.nextFloat() * 100 - 50;
    }
    return numbers;
  }

  private static double norm(float[] matrix, int column) {
    double squares = 0;
    for (int i = column; i < matrix.length; i += 100) {
      squares += (double) matrix[i] * matrix[i];
    }
    return Math.sqrt(squares);
  }

  /** Keras 3, {@code constraints_test.py}, {@code test_unit_norm}. */
  @Test
  void unitNormMakesEveryColumnOne() {
    float[] after = constrained(Constraints.unitNorm(0), shape(100, 100), example());

    for (int column = 0; column < 100; column++) {
      assertThat(norm(after, column)).isWithin(1e-6).of(1);
    }
  }

  /** Keras 3, {@code constraints_test.py}, {@code test_min_max_norm}. */
  @Test
  void minMaxNormKeepsEveryColumnBetween() {
    Constraint constraint = Constraints.minMaxNorm(0.2f, 0.5f, 1, 0);
    float[] small = example();
    for (int i = 0; i < small.length; i++) {
      small[i] *= 1e-4f;
    }

    float[] large = constrained(constraint, shape(100, 100), example());
    small = constrained(constraint, shape(100, 100), small);

    for (int column = 0; column < 100; column++) {
      assertThat(norm(large, column)).isWithin(1e-6).of(0.5);
      assertThat(norm(small, column)).isWithin(1e-6).of(0.2);
    }
  }

  /** By the formula {@code (1 − rate) · norm + rate · clip(norm)} of Keras 3's documentation. */
  @Test
  void aRateBelowOneGoesAPartOfTheWay() {
    near(constrained(Constraints.minMaxNorm(0, 1, 0.25f, 0), shape(2), 3, 4), 3 * 0.8, 4 * 0.8);
    near(
        constrained(Constraints.minMaxNorm(2, 3, 0.5f, 0), shape(2), 0.6f, 0.8f),
        0.6 * 1.5,
        0.8 * 1.5);
  }

  @Test
  void aMiddleAxisIsOneToo() {
    near(
        constrained(Constraints.unitNorm(1), shape(2, 2, 2), 3, 0, 4, 5, 0, 6, 2, 8),
        0.6,
        0,
        0.8,
        1,
        0,
        0.6,
        1,
        0.8);
  }

  @Test
  void neitherTheStartNorWhatIsSetIsConstrained() {
    One one = new One(Optional.of(Constraints.nonNeg()), Initializers.constant(-1), 2);
    near(one.w.get(), -1, -1);

    one.w.set(-2, -3);
    near(one.w.get(), -2, -3);

    one.constrain();
    near(one.w.get(), 0, 0);
  }

  @Test
  void leavesAloneWhatHasNoConstraint() {
    One one = new One(Optional.empty(), Initializers.constant(-1), 2);

    one.constrain();

    near(one.w.get(), -1, -1);
  }
}
