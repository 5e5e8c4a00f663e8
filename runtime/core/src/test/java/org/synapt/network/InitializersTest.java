package org.synapt.network;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InitializersTest {
  private static final Seed SEED = Seed.of(7);
  private static final int[] DENSE = {300, 200};

  /** Keras's lstm.py: the bias is that of i, then ones for f, then that of c and o. */
  @Test
  void forgetsNothingAtFirst() {
    float[] bias = Initializers.unitForgetBias(Initializers.constant(3)).draw(new int[] {8}, SEED);

    assertThat(bias).isEqualTo(new float[] {3, 3, 1, 1, 3, 3, 3, 3});
  }

  @Test
  void fillsWithConstants() {
    assertThat(Initializers.zeros().draw(new int[] {3}, SEED)).isEqualTo(new float[3]);
    assertThat(Initializers.ones().draw(new int[] {2}, SEED)).isEqualTo(new float[] {1, 1});
    assertThat(Initializers.constant(.5f).draw(new int[] {1, 2}, SEED))
        .isEqualTo(new float[] {.5f, .5f});
  }

  @Test
  void drawsUniformWithinItsBounds() {
    float[] drawn = Initializers.randomUniform(-0.05f, 0.05f).draw(DENSE, SEED);

    assertThat(largest(drawn)).isWithin(1e-4).of(0.05);
    assertThat(largest(drawn)).isAtMost((double) 0.05f);
    assertThat(mean(drawn)).isWithin(5e-4).of(0);
    assertThat(deviation(drawn)).isWithin(3e-4).of(0.1 / Math.sqrt(12));
  }

  @Test
  void drawsNormalWithItsMeanAndDeviation() {
    float[] drawn = Initializers.randomNormal(0.3f, 0.05f).draw(DENSE, SEED);

    assertThat(mean(drawn)).isWithin(1e-3).of(0.3);
    assertThat(deviation(drawn)).isWithin(1e-3).of(0.05);
    assertThat(share(drawn, 0.3 - 0.05, 0.3 + 0.05)).isWithin(0.01).of(0.6827);
  }

  @Test
  void drawsNothingBeyondTwoDeviationsWhereTruncated() {
    float[] drawn = Initializers.truncatedNormal(0, 0.05f).draw(DENSE, SEED);

    assertThat(largest(drawn)).isAtMost((double) 0.1f);
    // The deviation of a normal cut at two of its own.
    assertThat(deviation(drawn)).isWithin(5e-4).of(0.05 * 0.87962566);
  }

  @ParameterizedTest
  @CsvSource({
    "glorotUniform, 0.109545", // √(6 / 500)
    "lecunUniform, 0.1", // √(3 / 300)
    "heUniform, 0.141421", // √(6 / 300)
  })
  void keepsUniformsWithinTheLimitOfTheirPaper(String name, double limit) {
    float[] drawn = initializer(name).draw(DENSE, SEED);

    assertThat(largest(drawn)).isWithin(2e-4 * limit + 1e-6).of(limit);
    assertThat(deviation(drawn)).isWithin(0.01 * limit).of(limit / Math.sqrt(3));
  }

  @ParameterizedTest
  @CsvSource({
    "glorotNormal, 0.063246", // √(2 / 500)
    "lecunNormal, 0.057735", // √(1 / 300)
    "heNormal, 0.081650", // √(2 / 300)
  })
  void givesNormalsTheDeviationOfTheirPaperBeforeTheyAreCut(String name, double stddev) {
    float[] drawn = initializer(name).draw(DENSE, SEED);

    assertThat(largest(drawn)).isAtMost(2 * stddev * 1.0001);
    assertThat(deviation(drawn)).isWithin(0.01 * stddev).of(0.87962566 * stddev);
  }

  @Test
  void countsAWindowIntoBothFans() {
    float[] drawn = Initializers.glorotUniform().draw(new int[] {5, 5, 40, 60}, SEED);

    assertThat(largest(drawn)).isWithin(1e-5).of(Math.sqrt(6.0 / (25 * 100)));
  }

  @Test
  void takesAVectorsExtentForBothFans() {
    float[] drawn = Initializers.heUniform().draw(new int[] {6000}, SEED);

    assertThat(largest(drawn)).isWithin(1e-4).of(Math.sqrt(6.0 / 6000));
  }

  @ParameterizedTest
  @CsvSource({"30, 20", "20, 30", "7, 7", "1, 5", "5, 1"})
  void drawsVectorsAtRightAngles(int rows, int columns) {
    float gain = 1.5f;
    float[] q = Initializers.orthogonal(gain).draw(new int[] {rows, columns}, SEED);
    boolean tall = rows >= columns;
    int count = Math.min(rows, columns);

    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        double dot = 0;
        for (int k = 0; k < Math.max(rows, columns); k++) {
          dot +=
              tall
                  ? (double) q[k * columns + i] * q[k * columns + j]
                  : (double) q[i * columns + k] * q[j * columns + k];
        }
        assertWithMessage("%s · %s", i, j).that(dot).isWithin(1e-5).of(i == j ? gain * gain : 0);
      }
    }
  }

  @Test
  void drawsOrthogonalMatricesOfEitherHandedness() {
    int reflections = 0;
    for (int seed = 0; seed < 400; seed++) {
      float[] q = Initializers.orthogonal(1).draw(new int[] {2, 2}, Seed.of(seed).stream("q"));
      reflections += q[0] * q[3] - q[1] * q[2] < 0 ? 1 : 0;
    }

    assertThat(reflections).isIn(Range.closed(150, 250));
  }

  @Test
  void putsOnesOnTheDiagonalAsIdentity() {
    assertThat(Initializers.identity(2).draw(new int[] {2, 2}, SEED))
        .isEqualTo(new float[] {2, 0, 0, 2});
    assertThat(Initializers.identity(1).draw(new int[] {2, 3}, SEED))
        .isEqualTo(new float[] {1, 0, 0, 0, 1, 0});

    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> Initializers.identity(1).draw(new int[] {3}, SEED));
    assertThat(thrown).hasMessageThat().contains("[3]");
  }

  @Test
  void putsOnesInTheMiddleOfAWindowAsIdentity() {
    float[] kernel = Initializers.identity(1).draw(new int[] {3, 1, 2, 2}, SEED);

    assertThat(kernel).isEqualTo(new float[] {0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0});
  }

  @Test
  void refusesAScaleOfNothing() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Initializers.varianceScaling(0, FanMode.FAN_IN, Distribution.NORMAL));
  }

  @Test
  void drawsTheSameFromTheSameSeedOnEveryMachine() {
    // Written down from JDK 17 on Linux.
    float[] drawn = Initializers.randomNormal(0, 1).draw(new int[] {4}, Seed.of(7).stream("w"));

    assertThat(drawn)
        .usingExactEquality()
        .containsExactly(-1.0013295f, 2.3949237f, -0.21957543f, -1.3423489f)
        .inOrder();
  }

  private static Initializer initializer(String name) {
    return switch (name) {
      case "glorotUniform" -> Initializers.glorotUniform();
      case "lecunUniform" -> Initializers.lecunUniform();
      case "heUniform" -> Initializers.heUniform();
      case "glorotNormal" -> Initializers.glorotNormal();
      case "lecunNormal" -> Initializers.lecunNormal();
      case "heNormal" -> Initializers.heNormal();
      default -> throw new AssertionError(name);
    };
  }

  private static double largest(float[] numbers) {
    double largest = 0;
    for (float number : numbers) {
      largest = Math.max(largest, Math.abs(number));
    }
    return largest;
  }

  private static double mean(float[] numbers) {
    double sum = 0;
    for (float number : numbers) {
      sum += number;
    }
    return sum / numbers.length;
  }

  private static double deviation(float[] numbers) {
    double mean = mean(numbers);
    double squares = 0;
    for (float number : numbers) {
      squares += (number - mean) * (number - mean);
    }
    return Math.sqrt(squares / numbers.length);
  }

  private static double share(float[] numbers, double low, double high) {
    int within = 0;
    for (float number : numbers) {
      within += number > low && number < high ? 1 : 0;
    }
    return (double) within / numbers.length;
  }
}
