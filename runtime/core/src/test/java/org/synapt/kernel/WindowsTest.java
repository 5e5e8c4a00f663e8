package org.synapt.kernel;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class WindowsTest {

  @Test
  void takesOnePositionUntilToldOtherwise() {
    Windows windows = Windows.over(5, 7);

    assertThat(windows.rank()).isEqualTo(2);
    assertThat(windows.extent(1)).isEqualTo(7);
    assertThat(windows.size()).isEqualTo(1);
    assertThat(windows.count()).isEqualTo(35);
    assertThat(windows.positions()).isEqualTo(35);
  }

  /** Dumoulin and Visin, A guide to convolution arithmetic, 2016: the figures of chapter 2. */
  @Test
  @Tag("L3")
  void countsAsTheGuideToConvolutionArithmeticDoes() {
    assertThat(Windows.over(4).sized(3).count()).isEqualTo(2);
    assertThat(Windows.over(5).sized(4).padding(2, 2).count()).isEqualTo(6);
    assertThat(Windows.over(5).sized(3).padding(1, 1).count()).isEqualTo(5);
    assertThat(Windows.over(5).sized(3).padding(2, 2).count()).isEqualTo(7);
    assertThat(Windows.over(5).sized(3).strides(2).count()).isEqualTo(2);
    assertThat(Windows.over(5).sized(3).strides(2).padding(1, 1).count()).isEqualTo(3);
    assertThat(Windows.over(6).sized(3).strides(2).padding(1, 1).count()).isEqualTo(3);
    assertThat(Windows.over(7).sized(3).dilated(2).count()).isEqualTo(3);
  }

  @Test
  void countsEachAxisByItself() {
    Windows windows =
        Windows.over(9, 10, 11)
            .sized(2, 3, 4)
            .strides(1, 2, 3)
            .dilated(3, 2, 1)
            .padding(1, 0, 0, 1, 2, 3);

    assertThat(windows.count(0)).isEqualTo(7);
    assertThat(windows.count(1)).isEqualTo(4);
    assertThat(windows.count(2)).isEqualTo(5);
    assertThat(windows.count()).isEqualTo(140);
    assertThat(windows.size()).isEqualTo(24);
    assertThat(windows.stride(2)).isEqualTo(3);
    assertThat(windows.dilation(0)).isEqualTo(3);
    assertThat(windows.before(2)).isEqualTo(2);
    assertThat(windows.after(1)).isEqualTo(1);
  }

  @Test
  void areNoneWhereNoneFits() {
    assertThat(Windows.over(3).sized(4).count()).isEqualTo(0);
    assertThat(Windows.over(3).sized(2).dilated(3).count()).isEqualTo(0);
    assertThat(Windows.over(5, 1).sized(2, 2).count()).isEqualTo(0);
  }

  @Test
  void staysAsItIsWhenTheNumbersItWasGivenChange() {
    int[] padding = {1, 2};
    int[] extents = {8};
    Windows windows = Windows.over(extents).padding(padding);
    padding[0] = 5;
    extents[0] = 3;

    assertThat(windows.before(0)).isEqualTo(1);
    assertThat(windows.extent(0)).isEqualTo(8);
  }

  @Test
  void makesOthersAndDoesNotChange() {
    Windows windows = Windows.over(8, 8).sized(3, 3);
    Windows padded = windows.padding(1, 1, 1, 1);

    assertThat(windows.count()).isEqualTo(36);
    assertThat(padded.count()).isEqualTo(64);
    assertThat(padded.size()).isEqualTo(9);
  }

  @Test
  void areEqualOnlyToThemselves() {
    assertThat(Windows.over(4)).isNotEqualTo(Windows.over(4));
  }

  @Test
  void sayWhatTheyAre() {
    assertThat(Windows.over(28, 28).sized(3, 3).padding(1, 1, 2, 0).toString())
        .isEqualTo(
            "windows [3, 3] over [28, 28], strides [1, 1], dilation [1, 1], padding [1, 1, 2, 0]");
  }

  @Test
  void rejectsNumbersThatNoWindowHas() {
    Windows windows = Windows.over(4, 4);

    assertFails("an image has one to three axes, not []", () -> Windows.over());
    assertFails("an image has one to three axes, not [1, 2, 3, 4]", () -> Windows.over(1, 2, 3, 4));
    assertFails("extents takes 2 numbers from 1, not [4, 0]", () -> Windows.over(4, 0));
    assertFails("size takes 2 numbers from 1, not [3]", () -> windows.sized(3));
    assertFails("strides takes 2 numbers from 1, not [0, 1]", () -> windows.strides(0, 1));
    assertFails("dilation takes 2 numbers from 1, not [1, -1]", () -> windows.dilated(1, -1));
    assertFails("padding takes 4 numbers from 0, not [1, 1]", () -> windows.padding(1, 1));
    assertFails(
        "padding takes 4 numbers from 0, not [0, 0, -1, 0]", () -> windows.padding(0, 0, -1, 0));
  }

  private static void assertFails(String message, Runnable made) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, made::run);
    assertThat(e).hasMessageThat().isEqualTo(message);
  }
}
