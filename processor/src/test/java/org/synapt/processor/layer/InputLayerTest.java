package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;
import static org.synapt.processor.layer.Mentions.list;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class InputLayerTest {

  @Tag("L12")
  @Test
  void hasTheShapeItStates() {
    assertThat(shaped(list(28, 28, 1))).isEqualTo("[28, 28, 1]");
  }

  @Test
  void needsAShape() {
    assertThat(Inferred.of(Mentions.of("Input")).toString())
        .startsWith("[InputShape] y has no shape");
  }

  @Test
  void needsExtentsThatCount() {
    assertThat(shaped(list(28, 0))).startsWith("[InputShape] an extent of y is 0 in [28, 0]");
    assertThat(shaped(list(28, -4))).startsWith("[InputShape] an extent of y is -4 in [28, -4]");
  }

  @Test
  void leavesExtentsToEachBatch() {
    assertThat(shaped(list(-1, -2, -3, 16))).isEqualTo("[any, any2, any3, 16]");
  }

  @Test
  void countsTheExamplesOfItsLargestBatch() {
    assertThat(Inferred.of(Mentions.of("Input", "shape", list(4), "batchSize", -1)).toString())
        .startsWith("[AttributeOutOfRange] batchSize = -1 is below 0");
  }

  @Test
  void staysWithinAnIndex() {
    assertThat(shaped(list(65_536, 32_768)))
        .startsWith("[TooManyElements] y [65536, 32768] has 2,147,483,648 elements");
  }

  @Test
  void staysWithinAnIndexWhereEvenALongOverflows() {
    assertThat(shaped(list(2_000_000_000, 2_000_000_000, 2_000_000_000)))
        .startsWith(
            "[TooManyElements] y [2000000000, 2000000000, 2000000000] has countless elements");
  }

  private static String shaped(List<Integer> shape) {
    return Inferred.of(Mentions.of("Input", "shape", shape)).toString();
  }
}
