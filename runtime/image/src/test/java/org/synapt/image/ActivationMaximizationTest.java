package org.synapt.image;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@Tag("L18")
final class ActivationMaximizationTest {

  /** By hand: a gradient of 3, −4 has the root mean square √12.5, and steps are 0.1 long. */
  @Test
  void climbsByStepsOfOneLength() {
    float[] image =
        ActivationMaximization.of(x -> new float[] {3, -4})
            .steps(2, 0.1)
            .from(new float[] {0.5f, 0.5f});

    assertThat(image)
        .usingTolerance(1e-6)
        .containsExactly(new float[] {0.669706f, 0.273726f})
        .inOrder();
  }

  @Test
  void keepsToTheRange() {
    ActivationMaximization climb = ActivationMaximization.of(x -> new float[] {1, -1});

    assertThat(climb.from(new float[] {0.5f, 0.5f})).isEqualTo(new float[] {1, 0});
    assertThat(climb.range(-2, 2).fromNoise(2, 7)).isEqualTo(new float[] {2, -2});
  }

  /** The maximum of −Σ (x − peak)² lies at the peak. */
  @Test
  void findsAPeak() {
    float[] peak = {0.2f, 0.9f, 0.4f};
    float[] found =
        ActivationMaximization.of(
                x -> {
                  float[] slope = new float[3];
                  for (int i = 0; i < 3; i++) {
                    slope[i] = peak[i] - x[i];
                  }
                  return slope;
                })
            .steps(300, 0.005)
            .fromNoise(3, 7);

    assertThat(found).usingTolerance(0.01).containsExactly(peak).inOrder();
  }

  @Test
  void beginsWithTheSameNoiseForTheSameSeed() {
    ActivationMaximization rest = ActivationMaximization.of(x -> new float[x.length]);

    float[] noise = rest.fromNoise(1_000, 7);
    assertThat(noise).isEqualTo(rest.fromNoise(1_000, 7));
    assertThat(noise).isNotEqualTo(rest.fromNoise(1_000, 8));
    for (float each : noise) {
      assertThat(each).isAtLeast(0.375f);
      assertThat(each).isAtMost(0.625f);
    }
  }

  @Test
  void refusesAGradientThatIsNone() {
    float[] start = {0.5f};

    assertRefused(() -> ActivationMaximization.of(x -> new float[2]).from(start), "1 floats has 2");
    assertRefused(
        () -> ActivationMaximization.of(x -> new float[] {Float.NaN}).from(start), "is NaN");
    assertRefused(() -> ActivationMaximization.of(x -> x).steps(-1, 1), "not -1 of 1.0");
    assertRefused(() -> ActivationMaximization.of(x -> x).range(1, 1), "not from 1.0 to 1.0");
  }

  private static void assertRefused(Executable call, String message) {
    assertThat(assertThrows(IllegalArgumentException.class, call))
        .hasMessageThat()
        .contains(message);
  }
}
