package org.synapt.optimizer;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class PowersTest {
  @Test
  void multipliesByItself() {
    assertThat(Powers.power(3, 0L)).isEqualTo(1.0);
    assertThat(Powers.power(3, 13L)).isEqualTo(1_594_323.0);
    assertThat(Powers.power(0.5, 1_000L)).isEqualTo(Math.scalb(1.0, -1_000));
    assertThat(Powers.power(0.0, 0L)).isEqualTo(1.0);
  }

  @Test
  void agreesWithPowForAnyExponent() {
    for (double base : new double[] {0, 1e-9, 0.1, 0.96, 1, 1.5, 30}) {
      for (double exponent : new double[] {0, 0.25, 0.5, 1, 1.75, 2, 12.3}) {
        double expected = Math.pow(base, exponent);
        assertThat(Powers.power(base, exponent)).isWithin(1e-14 * expected).of(expected);
      }
    }
  }

  @Test
  void fallsAlongTheCosineFromExactlyOneToExactlyZero() {
    assertThat(Powers.raisedCosine(0)).isEqualTo(1.0);
    assertThat(Powers.raisedCosine(1)).isEqualTo(0.0);
    for (int i = 0; i <= 1_000; i++) {
      double fraction = i / 1_000.0;
      double expected = 0.5 * (1 + Math.cos(Math.PI * fraction));
      assertThat(Powers.raisedCosine(fraction)).isWithin(4e-16).of(expected);
    }
  }
}
