package org.synapt.image;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.synapt.data.NdArray;

@Tag("L18")
final class ImageGridTest {

  /** By hand: three images of 1 × 2, two beside one another, each pixel as 2 × 2. */
  @Test
  void putsImagesBesideAndBelowOneAnother() {
    List<NdArray> images =
        List.of(
            NdArray.of(new float[][] {{0, 0.1f}}),
            NdArray.of(new float[][] {{0.2f, 0.3f}}),
            NdArray.of(new float[][] {{0.4f, 0.5f}}));

    NdArray grid = ImageGrid.scale(2).images(images);

    assertThat(grid.reshape(5, 9))
        .isEqualTo(
            NdArray.of(
                new float[][] {
                  {0, 0, 0.1f, 0.1f, 1, 0.2f, 0.2f, 0.3f, 0.3f},
                  {0, 0, 0.1f, 0.1f, 1, 0.2f, 0.2f, 0.3f, 0.3f},
                  {1, 1, 1, 1, 1, 1, 1, 1, 1},
                  {0.4f, 0.4f, 0.5f, 0.5f, 1, 1, 1, 1, 1},
                  {0.4f, 0.4f, 0.5f, 0.5f, 1, 1, 1, 1, 1}
                }));
    assertThat(ImageGrid.scale(1).gap(2, 0.5).columns(3).images(images).value(0, 3, 0))
        .isEqualTo(0.5f);
    assertThat(ImageGrid.scale(1).gap(0, 1).columns(3).images(images).reshape(1, 6))
        .isEqualTo(NdArray.of(new float[][] {{0, 0.1f, 0.2f, 0.3f, 0.4f, 0.5f}}));
  }

  /** By hand: the last axis is the filter, so two kernels of 1 × 2 lie in turns. */
  @Test
  void stretchesEachKernelFromBlackToWhite() {
    NdArray weight = NdArray.of(-1, 5, 3, 7).reshape(1, 2, 1, 2);

    assertThat(ImageGrid.scale(1).kernels(weight).reshape(1, 5))
        .isEqualTo(NdArray.of(new float[][] {{0, 1, 1, 0, 1}}));
    NdArray even = NdArray.of(4, 4).reshape(1, 2, 1, 1);
    assertThat(ImageGrid.scale(1).kernels(even).reshape(1, 2))
        .isEqualTo(NdArray.of(new float[][] {{0.5f, 0.5f}}));
  }

  @Test
  void showsKernelsOverColoursInColour() {
    NdArray weight = NdArray.of(0, 8, 1, 6, 2, 4, 3, 2, 4, 0, 4, 0).reshape(1, 2, 3, 2);

    NdArray grid = ImageGrid.scale(1).gap(0, 1).kernels(weight);

    assertThat(grid)
        .isEqualTo(
            NdArray.of(0, 0.25f, 0.5f, 0.75f, 1, 1, 1, 0.75f, 0.5f, 0.25f, 0, 0).reshape(1, 4, 3));
  }

  /** By hand: a kernel over two channels is two images in a row, stretched together. */
  @Test
  void showsOtherKernelsChannelByChannel() {
    NdArray weight = NdArray.of(0, 10, 2, 14, 1, 12, 4, 20).reshape(1, 2, 2, 2);

    assertThat(ImageGrid.scale(1).gap(0, 1).kernels(weight).reshape(2, 4))
        .isEqualTo(NdArray.of(new float[][] {{0, 0.25f, 0.5f, 1}, {0, 0.2f, 0.4f, 1}}));
  }

  @Test
  void stretchesEachChannelOfALayer() {
    NdArray value = NdArray.of(0, 7, 2, 7, 1, 7, 4, 7).reshape(2, 2, 2);

    assertThat(ImageGrid.scale(1).channels(value).reshape(2, 5))
        .isEqualTo(NdArray.of(new float[][] {{0, 0.5f, 1, 0.5f, 0.5f}, {0.25f, 1, 1, 0.5f, 0.5f}}));
  }

  @Test
  void canBeWritten(@TempDir Path folder) throws IOException {
    float[] weight = new float[5 * 5 * 3 * 7];
    for (int i = 0; i < weight.length; i++) {
      weight[i] = i * 37 % 101 - 50;
    }
    Path file = folder.resolve("kernels.png");

    NdArray grid = ImageGrid.scale(4).kernels(NdArray.of(weight).reshape(5, 5, 3, 7));
    Images.write(file, grid, PixelRange.UNIT);

    assertThat(Images.read(file).shape()).isEqualTo(new int[] {62, 62, 3});
  }

  @Test
  void refusesWhatIsNoGrid() {
    ImageGrid grid = ImageGrid.scale(1);
    NdArray small = NdArray.of(0).reshape(1, 1);

    assertRefused(() -> ImageGrid.scale(0), "a scale must be 1 or above, not 0");
    assertRefused(() -> grid.gap(-1, 1), "a gap must be 0 or above, not -1");
    assertRefused(() -> grid.gap(1, 255), "from 0 for black to 1 for white; it cannot be 255.0");
    assertRefused(() -> grid.columns(0), "the columns of a grid must be 1 or above, not 0");
    assertRefused(() -> grid.images(List.of()), "at least one image");
    assertRefused(
        () -> grid.images(List.of(small, NdArray.of(0, 1).reshape(1, 2))),
        "image 1 of a grid is [1, 2, 1] but image 0 is [1, 1, 1]");
    assertRefused(() -> grid.kernels(small), "the shape [rows, columns, in, out], not [1, 1]");
    assertRefused(() -> grid.channels(small), "the shape [rows, columns, channels], not [1, 1]");
  }

  private static void assertRefused(Executable call, String message) {
    assertThat(assertThrows(IllegalArgumentException.class, call))
        .hasMessageThat()
        .contains(message);
  }
}
