package org.synapt.data;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Numbers: Keras reference, examples of keras.utils.pad_sequences, unless it says otherwise. */
final class PadSequencesTest {
  private static final int[][] SEQUENCES = {{1}, {2, 3}, {4, 5, 6}};

  private static void assertGives(PadSequences padding, float[]... expected) {
    assertThat(padding.apply(SEQUENCES)).isEqualTo(NdArray.of(expected));
  }

  @Test
  void padsBefore() {
    assertGives(
        PadSequences.defaults(),
        new float[] {0, 0, 1},
        new float[] {0, 2, 3},
        new float[] {4, 5, 6});
    assertGives(
        PadSequences.defaults().value(-1),
        new float[] {-1, -1, 1},
        new float[] {-1, 2, 3},
        new float[] {4, 5, 6});
  }

  @Test
  void padsBehind() {
    assertGives(
        PadSequences.defaults().paddingPost(),
        new float[] {1, 0, 0},
        new float[] {2, 3, 0},
        new float[] {4, 5, 6});
  }

  @Test
  void cutsBefore() {
    assertGives(
        PadSequences.defaults().maxlen(2),
        new float[] {0, 1},
        new float[] {2, 3},
        new float[] {5, 6});
  }

  /** By hand. */
  @Test
  void cutsBehind() {
    assertGives(
        PadSequences.defaults().maxlen(2).truncatingPost(),
        new float[] {0, 1},
        new float[] {2, 3},
        new float[] {4, 5});
  }

  /** keras/src/utils/sequence_utils_test.py, test_pad_sequences and test_pad_sequences_float. */
  @Test
  void padsAndCutsOnEachSideOnItsOwn() {
    int[][] a = {{1}, {1, 2}, {1, 2, 3}};
    PadSequences keras = PadSequences.defaults();

    assertThat(keras.maxlen(3).apply(a))
        .isEqualTo(NdArray.of(new float[][] {{0, 0, 1}, {0, 1, 2}, {1, 2, 3}}));
    assertThat(keras.maxlen(3).paddingPost().apply(a))
        .isEqualTo(NdArray.of(new float[][] {{1, 0, 0}, {1, 2, 0}, {1, 2, 3}}));
    assertThat(keras.maxlen(2).apply(a))
        .isEqualTo(NdArray.of(new float[][] {{0, 1}, {1, 2}, {2, 3}}));
    assertThat(keras.maxlen(2).truncatingPost().apply(a))
        .isEqualTo(NdArray.of(new float[][] {{0, 1}, {1, 2}, {1, 2}}));
    assertThat(keras.maxlen(3).value(1).apply(a))
        .isEqualTo(NdArray.of(new float[][] {{1, 1, 1}, {1, 1, 2}, {1, 2, 3}}));
    assertThat(
            keras
                .maxlen(2)
                .truncatingPost()
                .apply(new float[][] {{1.2f}, {1.2f, 2.3f}, {1.2f, 2.3f, 3.4f}}))
        .isEqualTo(NdArray.of(new float[][] {{0, 1.2f}, {1.2f, 2.3f}, {1.2f, 2.3f}}));
  }

  @Test
  void refusesWhatHasNoLength() {
    assertThrows(IllegalArgumentException.class, () -> PadSequences.defaults().maxlen(0));
    assertThrows(IllegalArgumentException.class, () -> PadSequences.defaults().apply(new int[0][]));
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> PadSequences.defaults().apply(new int[][] {{}})))
        .hasMessageThat()
        .contains("give the length");
    assertThat(PadSequences.defaults().maxlen(2).apply(new int[][] {{}}))
        .isEqualTo(NdArray.of(new float[][] {{0, 0}}));
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> PadSequences.defaults().apply(new int[][] {{1 << 24, (1 << 24) + 1}})))
        .hasMessageThat()
        .contains("16777217 of sequence 0");
  }
}
