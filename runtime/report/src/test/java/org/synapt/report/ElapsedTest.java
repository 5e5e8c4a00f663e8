package org.synapt.report;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class ElapsedTest {

  @Test
  void speaksInUnitsThatFit() {
    assertThat(Elapsed.text(0)).isEqualTo("0 ms");
    assertThat(Elapsed.text(999)).isEqualTo("999 ms");
    assertThat(Elapsed.text(1000)).isEqualTo("1.0 s");
    assertThat(Elapsed.text(12_345)).isEqualTo("12.3 s");
    assertThat(Elapsed.text(59_949)).isEqualTo("59.9 s");
    assertThat(Elapsed.text(59_950)).isEqualTo("1 min 0 s");
    assertThat(Elapsed.text(200_400)).isEqualTo("3 min 20 s");
    assertThat(Elapsed.text(3_599_499)).isEqualTo("59 min 59 s");
    assertThat(Elapsed.text(3_599_500)).isEqualTo("1 h 0 min");
    assertThat(Elapsed.text(90_000_000)).isEqualTo("25 h 0 min");
  }
}
