package org.synapt.data;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P10")
final class ConcatenationTest {
  private static final Examples ONE = examples("x", 1, 2, 3);
  private static final Examples TWO = examples("x", 4);

  private static Examples examples(String input, float... values) {
    return Examples.of(Column.of(input, 1, values), Column.of("y", 1, values.clone()));
  }

  @Test
  void putsOneBehindTheOther() {
    Examples all = Examples.concatenate(ONE, TWO.slice(0, 0), TWO, ONE.slice(1, 2));

    assertThat(all.input("x").toArray()).isEqualTo(new float[] {1, 2, 3, 4, 2});
    assertThat(all.target("y").toArray()).isEqualTo(new float[] {1, 2, 3, 4, 2});
  }

  @Test
  void refusesOtherColumns() {
    assertThrows(IllegalArgumentException.class, () -> Examples.concatenate(ONE, examples("z", 1)));
    Examples wide = Examples.of(Column.of("x", 2, new float[2]), Column.of("y", 1, new float[1]));
    assertThat(assertThrows(IllegalArgumentException.class, () -> Examples.concatenate(ONE, wide)))
        .hasMessageThat()
        .isEqualTo("[x [3, 1]] → [y [3, 1]] and [x [1, 2]] → [y [1, 1]] have other columns");
  }

  @Test
  void refusesWeightsAndNothing() {
    assertThrows(IllegalArgumentException.class, () -> Examples.concatenate(ONE, TWO.weighted(1)));
    assertThrows(IllegalArgumentException.class, () -> Examples.concatenate());
  }
}
