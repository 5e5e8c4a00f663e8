package org.synapt.data;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D16")
final class ScalerTest {
  private static Column x(float... values) {
    return Column.of("x", 2, values);
  }

  /** scikit-learn, examples of MinMaxScaler. */
  @Test
  void bringsTheSmallestTo0AndTheLargestTo1() {
    Column data = x(-1, 2, -0.5f, 6, 0, 10, 1, 18);
    Scaler scaler = Scaler.minMax(data);

    assertThat(scaler.transform(data).toArray())
        .isEqualTo(new float[] {0, 0, 0.25f, 0.25f, 0.5f, 0.5f, 1, 1});
    assertThat(scaler.transform(x(2, 2)).toArray()).isEqualTo(new float[] {1.5f, 0});
    assertThat(scaler.undo(scaler.transform(data)).toArray()).isEqualTo(data.toArray());
  }

  /** scikit-learn, examples of StandardScaler. */
  @Test
  void bringsMeanTo0AndDeviationTo1() {
    Column data = x(0, 0, 0, 0, 1, 1, 1, 1);
    Scaler scaler = Scaler.standard(data);

    assertThat(scaler.transform(data).toArray())
        .isEqualTo(new float[] {-1, -1, -1, -1, 1, 1, 1, 1});
    assertThat(scaler.transform(x(2, 2)).toArray()).isEqualTo(new float[] {3, 3});
  }

  /** By hand from X_std * (max - min) + min, scikit-learn's formula. */
  @Test
  void bringsFeaturesToARange() {
    Column data = x(-1, 2, -0.5f, 6, 0, 10, 1, 18);
    Scaler scaler = Scaler.minMax(data, -1, 1);

    assertThat(scaler.transform(data).toArray())
        .isEqualTo(new float[] {-1, -1, -0.5f, -0.5f, 0, 0, 1, 1});
    assertThat(scaler.undo(scaler.transform(data)).toArray()).isEqualTo(data.toArray());
  }

  /** The mean of seven times 0.1f is not 0.1f, but that is no reason to divide by 1e-17. */
  @Test
  void onlyMovesFeaturesThatNeverChange() {
    float[] values = new float[14];
    Arrays.fill(values, 0.1f);
    Column same = x(values);

    for (float value : Scaler.standard(same).transform(same).toArray()) {
      assertThat(Math.abs(value)).isLessThan(1e-8f);
    }
    assertThat(Scaler.standard(same).transform(x(1.1f, 0.1f)).value(0, 0)).isWithin(1e-6f).of(1f);
    assertThat(Scaler.minMax(same).transform(same).toArray()).isEqualTo(new float[14]);
    assertThat(Scaler.minMax(same, 2, 3).transform(same).value(0, 0)).isEqualTo(2f);
    assertThat(Scaler.minMax(same, 2, 3).undo(x(2, 2)).value(0, 0)).isEqualTo(0.1f);
  }

  @Test
  void livesOnInItsNumbers() {
    Column data = x(-1, 2, -0.3f, 6, 0.1f, 10, 1, 18);
    for (Scaler scaler : new Scaler[] {Scaler.standard(data), Scaler.minMax(data, -3, 0.7)}) {
      assertThat(Scaler.of(scaler.numbers()).transform(data).toArray())
          .isEqualTo(scaler.transform(data).toArray());
    }
  }

  @Test
  void refusesNumbersOfNoScaler() {
    Map<String, double[]> numbers = new HashMap<>(Scaler.standard(x(0, 0, 1, 2)).numbers());

    assertRefused(numbers, "scale", new double[] {1, 0}, "cannot divide by a scale of 0");
    assertRefused(numbers, "scale", new double[] {1}, "not 2, 1 and 2");
    assertRefused(numbers, "shift", new double[] {1, Double.NaN}, "cannot be NaN");
    numbers.remove("offset");
    assertThrows(IllegalArgumentException.class, () -> Scaler.of(numbers));
  }

  private static void assertRefused(
      Map<String, double[]> numbers, String name, double[] array, String message) {
    Map<String, double[]> wrong = new HashMap<>(numbers);
    wrong.put(name, array);
    assertThat(assertThrows(IllegalArgumentException.class, () -> Scaler.of(wrong)))
        .hasMessageThat()
        .contains(message);
  }

  @Test
  void refusesWhatItCannotFitTo() {
    assertThat(
            assertThrows(
                IllegalArgumentException.class, () -> Scaler.standard(x(1, 2, 3, Float.NaN))))
        .hasMessageThat()
        .contains("x of example 1 is NaN at 1");
    assertThrows(IllegalArgumentException.class, () -> Scaler.minMax(x()));
    assertThrows(IllegalArgumentException.class, () -> Scaler.minMax(x(1, 2), 1, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> Scaler.minMax(x(1, 2)).transform(Column.of("x", 1, new float[1])));
  }
}
