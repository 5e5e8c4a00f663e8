package org.synapt.image;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.synapt.data.MalformedFileException;
import org.synapt.data.NdArray;

/** What cannot be read, written or made is said to be so, in the caller's own names. */
@Tag("D14")
final class RefusalsTest {
  private static final NdArray DOT = NdArray.of(7).reshape(1, 1);

  @TempDir Path folder;

  private static String refusal(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }

  @Test
  void aFolderIsNeverReplacedByAnImage() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("taken.png"));

    IOException e = assertThrows(IOException.class, () -> Images.write(taken, DOT));

    assertThat(e).hasMessageThat().isEqualTo(taken + " is a folder; no image can take its place");
    assertThat(Files.isDirectory(taken)).isTrue();
  }

  @Test
  void namesTheFolderThatIsNotThere() {
    Path file = folder.resolve("nowhere").resolve("dot.png");

    IOException e = assertThrows(IOException.class, () -> Images.write(file, DOT));

    assertThat(e)
        .hasMessageThat()
        .isEqualTo(file + " cannot be written: there is no folder " + file.getParent());
  }

  @Test
  void aFolderIsNoImage() {
    MalformedFileException e =
        assertThrows(MalformedFileException.class, () -> Images.read(folder));

    assertThat(e).hasMessageThat().isEqualTo(folder + " is a folder, not an image");
  }

  @Test
  void nothingIsChosenForWhoChoosesNull() throws IOException {
    Path file = folder.resolve("cat").resolve("dot.png");
    Files.createDirectory(folder.resolve("cat"));
    Images.write(file, DOT);
    ImageFolder images = ImageFolder.of(folder);

    for (Executable call :
        List.<Executable>of(
            () -> Images.read(file, 1, null),
            () -> Images.write(file, DOT, null),
            () -> Images.resize(DOT, 2, 2, null),
            () -> images.range(null),
            () -> images.labels(null),
            () -> images.interpolation(null),
            () -> images.aspectRatio(null),
            () -> ActivationMaximization.of(null))) {
      assertThrows(NullPointerException.class, call);
    }
  }

  @Test
  void saysThatImagesWereTooLarge() throws IOException {
    Files.createDirectory(folder.resolve("cat"));
    Images.write(folder.resolve("cat").resolve("dot.png"), DOT);
    ImageFolder images = ImageFolder.of(folder);

    assertThat(refusal(() -> images.dataset("image", 100_000, 100_000, 3)))
        .isEqualTo(
            "images of 100000 rows, 100000 columns and 3 channels are too large;"
                + " make them smaller");
    assertThat(refusal(() -> images.dataset("image", 12_000, 12_000, 1)))
        .contains("12000 rows, 12000 columns and 1 channels are too large");
    assertThat(refusal(() -> ImageGrid.scale(100_000).images(List.of(DOT))))
        .isEqualTo(
            "a grid of 1 x 1 images of 1 rows and 1 columns, 100000 times as large,"
                + " is too large for an array");
    assertThat(refusal(() -> ImageGrid.scale(1_000_000_000).images(List.of(DOT, DOT, DOT))))
        .contains("2 x 2 images of 1 rows and 1 columns, 1000000000 times as large");
  }

  @Test
  void climbsFromNumbersOnly() {
    ActivationMaximization climb = ActivationMaximization.of(x -> new float[] {1, 1});

    assertThat(refusal(() -> climb.from(new float[] {0, Float.NaN})))
        .isEqualTo("number 1 of the image is NaN");
    assertThat(refusal(() -> climb.fromNoise(-1, 7)))
        .isEqualTo("an image has 0 numbers or more, not -1");
    assertThat(refusal(() -> climb.range(-1e300, 1e300))).contains("-1.0E300 to 1.0E300");
    assertThat(refusal(() -> climb.steps(1, 1e-60))).contains("1 of 1.0E-60");
  }
}
