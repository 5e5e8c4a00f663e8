package org.synapt.image;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synapt.data.DatasetException;
import org.synapt.data.Examples;
import org.synapt.data.MalformedFileException;
import org.synapt.data.NdArray;

@Tag("D14")
@Tag("D15")
final class ImageFolderTest {
  @TempDir Path folder;

  /** Even images of 4 rows and 6 columns. */
  private void images(String name, int... greys) throws IOException {
    Files.createDirectories(folder.resolve(name));
    for (int i = 0; i < greys.length; i++) {
      float[] values = new float[24];
      Arrays.fill(values, greys[i]);
      Path file = folder.resolve(name).resolve((char) ('a' + i) + ".png");
      Images.write(file, NdArray.of(values).reshape(4, 6));
    }
  }

  @Test
  void takesFoldersForClasses() throws IOException {
    images("dog", 10, 20);
    images("cat", 30);
    Files.writeString(folder.resolve("dog").resolve("notes.txt"), "");
    Files.writeString(folder.resolve("readme.txt"), "");

    ImageFolder images = ImageFolder.of(folder);
    Examples examples = images.dataset("image", "kind", 2, 2, 3).toExamples();

    assertThat(images.classes()).containsExactly("cat", "dog").inOrder();
    assertThat(images.count()).isEqualTo(3);
    assertThat(examples.input("image").width()).isEqualTo(12);
    assertThat(examples.input("image").value(0, 11)).isEqualTo(30f);
    assertThat(examples.input("image").value(2, 0)).isEqualTo(20f);
    assertThat(examples.target("kind").toArray()).isEqualTo(new float[] {1, 0, 0, 1, 0, 1});
  }

  @Test
  void keepsImagesAndClassesTogetherWhenTheyAreShuffled() throws IOException {
    int[] greys = new int[40];
    Arrays.setAll(greys, i -> 2 * i);
    images("even", Arrays.copyOf(greys, 26));
    Arrays.setAll(greys, i -> 2 * i + 1);
    images("odd", Arrays.copyOf(greys, 26));

    ImageFolder shuffled = ImageFolder.of(folder).range(PixelRange.UNIT).shuffled(7);
    Examples examples = shuffled.dataset("image", "kind", 1, 1, 1).prefetch(1).toExamples();

    boolean mixed = false;
    for (int i = 0; i < 52; i++) {
      int grey = Math.round(examples.input("image").value(i, 0) * 255);
      assertThat(examples.target("kind").value(i, grey % 2)).isEqualTo(1f);
      mixed |= i < 26 && grey % 2 == 1;
    }
    assertThat(mixed).isTrue();
    assertThat(shuffled.dataset("image", "kind", 1, 1, 1).count().getAsLong()).isEqualTo(52);
  }

  @Test
  void refusesFoldersWithoutImages() throws IOException {
    assertThat(assertThrows(MalformedFileException.class, () -> ImageFolder.of(folder)))
        .hasMessageThat()
        .contains("holds no folder of images for any class");
    Files.createDirectory(folder.resolve("cat"));
    assertThat(assertThrows(MalformedFileException.class, () -> ImageFolder.of(folder)))
        .hasMessageThat()
        .contains("cat holds no images");
  }

  @Test
  void saysWhichImageIsDamaged() throws IOException {
    images("cat", 1, 2);
    Files.write(folder.resolve("cat").resolve("b.png"), new byte[] {1, 2, 3});

    assertThat(
            assertThrows(
                DatasetException.class,
                () -> ImageFolder.of(folder).dataset("image", "kind", 2, 2, 1).toExamples()))
        .hasMessageThat()
        .contains("b.png is no image of a known format");
  }
}
