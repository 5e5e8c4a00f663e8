package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.synapt.processor.shape.Shape;

final class ConcatenateLayerTest {

  @Tag("L13")
  @Test
  void addsUpTheJoinedAxis() {
    assertThat(joined(-1, Shape.of(2, 3), Shape.of(2, 4)).toString()).isEqualTo("[2, 7]");
    assertThat(joined(0, Shape.of(2, 3), Shape.of(5, 3)).toString()).isEqualTo("[7, 3]");
  }

  @Test
  void isOneEquation() {
    assertThat(joined(-1, Shape.of(2, 3), Shape.of(2, 4)).lowered())
        .isEqualTo("joined [b, 2, 7] = concatenate<1>(a, b)\n");
  }

  @Test
  void wantsAgreementOutsideTheJoinedAxis() {
    assertThat(joined(-1, Shape.of(32), Shape.of(16, 2)).toString())
        .startsWith("[ConcatenateShape] a is [32] but b is [16, 2]");
    assertThat(joined(0, Shape.of(2, 3), Shape.of(2, 4), Shape.of(1, 3), Shape.of(9, 9)).toString())
        .isEqualTo(
            "[ConcatenateShape] a is [2, 3] but b is [2, 4], d is [9, 9]\n"
                + "    make them agree on every axis but the joined one, axis 0");
  }

  @Test
  void tellsThoseWhoCountTheBatch() {
    assertThat(joined(1, Shape.of(3), Shape.of(3)).toString())
        .isEqualTo(
            "[AxisBeyondRank] axis = 1 would be the last axis of a [3] if the batch counted\n"
                + "    axes do not count the batch: write 0, or -1 for the last");
    assertThat(joined(-3, Shape.of(2, 3), Shape.of(2, 3)).toString())
        .startsWith("[AxisBeyondRank] axis = -3 would be the batch of a [2, 3]");
  }

  @Test
  void wantsAnAxisThatIsThere() {
    assertThat(joined(5, Shape.of(2, 3), Shape.of(2, 3)).toString())
        .isEqualTo(
            "[AxisBeyondRank] axis = 5, but a [2, 3] has 2 axes\n"
                + "    write one from 0 to 1, or from -2 to -1");
    assertThat(joined(0, Shape.of(), Shape.of()).toString())
        .startsWith("[AxisBeyondRank] axis = 0, but a [] has no axis");
  }

  @Test
  void countsWhatItJoins() {
    Shape large = Shape.of(2_000_000_000);

    assertThat(joined(0, large, large).toString())
        .startsWith("[TooManyElements] axis 0 of y has 4,000,000,000 elements");
  }

  private static Inferred joined(int axis, Shape... operands) {
    return Inferred.of(Mentions.of("Concatenate", "axis", axis), operands);
  }
}
