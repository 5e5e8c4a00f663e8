package org.synapt.image;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synapt.data.DatasetException;
import org.synapt.data.Examples;
import org.synapt.data.Interpolation;
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

  /** Keras, index_directory: what is below a class's folder is of the class. */
  @Test
  void looksIntoInnerFoldersAndPastHiddenOnes() throws IOException {
    images("cat", 1);
    images("cat/young", 2, 3);
    images("dog", 4);
    images(".ipynb_checkpoints", 5);
    images("dog/.thumbnails", 6);
    Files.write(folder.resolve("dog").resolve("._a.png"), new byte[] {1});
    Files.createDirectory(folder.resolve("dog").resolve("folder.png"));

    ImageFolder images = ImageFolder.of(folder);

    assertThat(images.classes()).containsExactly("cat", "dog").inOrder();
    assertThat(images.files())
        .containsExactly(
            folder.resolve("cat").resolve("a.png"),
            folder.resolve("cat").resolve("young").resolve("a.png"),
            folder.resolve("cat").resolve("young").resolve("b.png"),
            folder.resolve("dog").resolve("a.png"))
        .inOrder();
  }

  @Test
  void tellsClassesAsTheLossWantsThem() throws IOException {
    images("dog", 1);
    images("cat", 2, 3);
    ImageFolder images = ImageFolder.of(folder);

    Examples numbers = images.labels(LabelMode.INT).dataset("x", "y", 1, 1, 1).toExamples();
    assertThat(numbers.target("y").toArray()).isEqualTo(new float[] {0, 0, 1});
    Examples binary = images.labels(LabelMode.BINARY).dataset("x", "y", 1, 1, 1).toExamples();
    assertThat(binary.target("y").toArray()).isEqualTo(new float[] {0, 0, 1});
    Examples alone = images.dataset("x", 1, 1, 1).toExamples();
    assertThat(alone.targets()).isEmpty();
    assertThat(alone.input("x").toArray()).isEqualTo(new float[] {2, 3, 1});

    images("cow", 4);
    ImageFolder three = ImageFolder.of(folder);
    assertThat(assertThrows(IllegalArgumentException.class, () -> three.labels(LabelMode.BINARY)))
        .hasMessageThat()
        .isEqualTo("binary labels are for two classes, not for 3: [cat, cow, dog]");
  }

  @Test
  void takesClassesInAnOrderOfOnesOwn() throws IOException {
    images("dog", 1);
    images("cat", 2);

    ImageFolder images = ImageFolder.of(folder, List.of("dog", "cat")).labels(LabelMode.INT);

    assertThat(images.classes()).containsExactly("dog", "cat").inOrder();
    assertThat(images.dataset("x", "y", 1, 1, 1).toExamples().input("x").toArray())
        .isEqualTo(new float[] {1, 2});
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> ImageFolder.of(folder, List.of("dog", "cow"))))
        .hasMessageThat()
        .endsWith("has folders for the classes [cat, dog], not for [dog, cow]");
    assertThrows(
        IllegalArgumentException.class, () -> ImageFolder.of(folder, List.of("dog", "cat", "cat")));
  }

  @Test
  void splitsWithoutLosingOrDoublingAnImage() throws IOException {
    images("cat", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    images("dog", 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20);

    ImageFolder.Split split = ImageFolder.of(folder).split(0.25, 7);

    assertThat(split.train().count()).isEqualTo(16);
    assertThat(split.validation().count()).isEqualTo(5);
    List<Path> all = new ArrayList<>(split.train().files());
    all.addAll(split.validation().files());
    assertThat(all).containsExactlyElementsIn(ImageFolder.of(folder).files());
    assertThat(split.validation().classes()).containsExactly("cat", "dog").inOrder();
    assertThat(ImageFolder.of(folder).split(0.25, 7).validation().files())
        .isEqualTo(split.validation().files());
    assertThat(ImageFolder.of(folder).split(0.25, 8).validation().files())
        .isNotEqualTo(split.validation().files());
    assertThat(
            assertThrows(
                IllegalArgumentException.class, () -> ImageFolder.of(folder).split(0.01, 7)))
        .hasMessageThat()
        .isEqualTo("of 21 images, a fraction of 0.01 leaves a part without any");
  }

  @Test
  void readsImagesOfNoClass() throws IOException {
    images("holidays", 3);
    images("holidays/sea", 5);

    ImageFolder images = ImageFolder.unlabelled(folder);

    assertThat(images.classes()).isEmpty();
    assertThat(images.dataset("x", 1, 1, 1).toExamples().input("x").toArray())
        .isEqualTo(new float[] {3, 5});
    assertThat(
            assertThrows(
                IllegalArgumentException.class, () -> images.dataset("x", "kind", 1, 1, 1)))
        .hasMessageThat()
        .isEqualTo("images of no class have no kind; ask for a data set without a target");
    assertThrows(IllegalArgumentException.class, () -> images.labels(LabelMode.INT));
  }

  /** By hand: of 2 rows and 4 columns, the middle; or with a black row above and below. */
  @Test
  void keepsProportionsIfTold() throws IOException {
    Files.createDirectory(folder.resolve("a"));
    NdArray wide = NdArray.of(1, 2, 3, 4, 5, 6, 7, 8).reshape(2, 4);
    Images.write(folder.resolve("a").resolve("wide.png"), wide);
    ImageFolder images = ImageFolder.of(folder).interpolation(Interpolation.NEAREST);

    assertThat(pixels(images.aspectRatio(AspectRatio.CROP), 2, 2))
        .isEqualTo(new float[] {2, 3, 6, 7});
    assertThat(pixels(images.aspectRatio(AspectRatio.PAD), 4, 4))
        .isEqualTo(new float[] {0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 0});
    assertThat(pixels(images.aspectRatio(AspectRatio.STRETCH), 2, 2))
        .isEqualTo(new float[] {2, 4, 6, 8});
    assertThat(pixels(images.aspectRatio(AspectRatio.PAD), 2, 4)).isEqualTo(wide.toArray());
    DatasetException far =
        assertThrows(
            DatasetException.class,
            () -> pixels(images.aspectRatio(AspectRatio.PAD), 100_000_000, 1));
    assertThat(far).hasMessageThat().contains("to be padded to 400,000,000 rows and 4 columns");
  }

  private static float[] pixels(ImageFolder images, int rows, int columns) {
    return images.dataset("x", rows, columns, 1).toExamples().input("x").toArray();
  }
}
