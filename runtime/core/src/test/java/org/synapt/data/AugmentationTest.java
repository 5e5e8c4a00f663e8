package org.synapt.data;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("D15")
final class AugmentationTest {

  /** The same image so many times. */
  private static float[] times(int times, float... image) {
    float[] images = new float[times * image.length];
    for (int i = 0; i < images.length; i++) {
      images[i] = image[i % image.length];
    }
    return images;
  }

  /** How often each image comes. */
  private static Map<String, Integer> counts(float[] images, int floats) {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < images.length; i += floats) {
      counts.merge(Arrays.toString(Arrays.copyOfRange(images, i, i + floats)), 1, Integer::sum);
    }
    return counts;
  }

  @Test
  void refusesTonesOfAnotherRangeThanItWasTold() {
    Augmentation images = Augmentation.of(2, 2, 1).brightness(0.1);

    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class, () -> images.apply(new float[] {0, 60, 128, 255}, 1));

    assertThat(thrown).hasMessageThat().contains("an image holds 60.0");
    assertThat(thrown).hasMessageThat().contains("range(0, 255)");
    Augmentation told = Augmentation.of(2, 2, 1).range(0, 255).brightness(0.1);
    assertThat(told.apply(new float[] {0, 60, 128, 255}, 1)).hasLength(4);
  }

  @Test
  void flipsEachSecondImageOrSo() {
    float[] image = {1, 2, 3, 4};
    Augmentation images = Augmentation.of(2, 2, 1);

    Map<String, Integer> sideways =
        counts(images.flip(FlipMode.HORIZONTAL).apply(times(1_000, image), 7), 4);
    assertThat(sideways.keySet()).containsExactly("[1.0, 2.0, 3.0, 4.0]", "[2.0, 1.0, 4.0, 3.0]");
    assertWithin(440, 560, sideways.get("[2.0, 1.0, 4.0, 3.0]"));

    Map<String, Integer> down =
        counts(images.flip(FlipMode.VERTICAL).apply(times(1_000, image), 7), 4);
    assertThat(down.keySet()).containsExactly("[1.0, 2.0, 3.0, 4.0]", "[3.0, 4.0, 1.0, 2.0]");

    Map<String, Integer> both =
        counts(images.flip(FlipMode.HORIZONTAL_AND_VERTICAL).apply(times(1_000, image), 7), 4);
    assertThat(both).hasSize(4);
    assertWithin(190, 310, both.get("[4.0, 3.0, 2.0, 1.0]"));
  }

  private static void assertWithin(int from, int to, int found) {
    assertThat(found).isAtLeast(from);
    assertThat(found).isAtMost(to);
  }

  @Test
  void keepsThePixelsChannelsInOrderWhenItFlips() {
    Augmentation flip = Augmentation.of(1, 2, 3).flip(FlipMode.HORIZONTAL);

    assertThat(counts(flip.apply(times(50, 1, 2, 3, 4, 5, 6), 7), 6).keySet())
        .containsExactly("[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]", "[4.0, 5.0, 6.0, 1.0, 2.0, 3.0]");
  }

  /** By hand: a 2 × 2 part of 3 × 3 has four places, each as likely. */
  @Test
  void cropsAnywhere() {
    float[] image = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    Augmentation crop = Augmentation.of(3, 3, 1).crop(2, 2);

    Map<String, Integer> counts = counts(crop.apply(times(1_000, image), 7), 4);
    assertThat(counts.keySet())
        .containsExactly(
            "[1.0, 2.0, 4.0, 5.0]",
            "[2.0, 3.0, 5.0, 6.0]",
            "[4.0, 5.0, 7.0, 8.0]",
            "[5.0, 6.0, 8.0, 9.0]");
    counts.values().forEach(count -> assertWithin(190, 310, count));
    assertThat(crop.rows()).isEqualTo(2);
    assertThat(crop.columns()).isEqualTo(2);
  }

  /** He et al. 2015: within a margin of 1, 3 × 3 places, and each flipped or not. */
  @Test
  void padsAndCrops() {
    Augmentation images =
        Augmentation.of(2, 2, 1).fill(0).pad(1).crop(2, 2).flip(FlipMode.HORIZONTAL);

    Map<String, Integer> counts = counts(images.apply(times(2_000, 1, 2, 3, 4), 7), 4);
    assertThat(counts).hasSize(18);
    assertThat(counts).containsKey("[0.0, 0.0, 0.0, 1.0]");
    assertThat(counts).containsKey("[0.0, 0.0, 1.0, 0.0]");
    assertThat(images.forEvaluation().apply(new float[] {1, 2, 3, 4}, 7))
        .isEqualTo(new float[] {1, 2, 3, 4});
  }

  /** Keras, RandomBrightness, its example: 0.1 of 255 added to 1 … 12. */
  @Test
  void brightensAsKerasDoes() {
    Augmentation images = Augmentation.of(2, 2, 3).range(0, 255).brightness(0.1, 0.1);

    assertThat(images.apply(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, 7))
        .usingTolerance(1e-5)
        .containsExactly(
            new float[] {
              26.5f, 27.5f, 28.5f, 29.5f, 30.5f, 31.5f, 32.5f, 33.5f, 34.5f, 35.5f, 36.5f, 37.5f
            })
        .inOrder();
    Augmentation unit = Augmentation.of(1, 3, 1);
    assertThat(unit.brightness(-1, -1).apply(new float[] {0, 0.5f, 1}, 7))
        .isEqualTo(new float[] {0, 0, 0});
    assertThat(unit.brightness(1, 1).apply(new float[] {0, 0.5f, 1}, 7))
        .isEqualTo(new float[] {1, 1, 1});
    assertThat(unit.brightness(0.25, 0.25).apply(new float[] {0, 0.5f, 1}, 7))
        .isEqualTo(new float[] {0.25f, 0.75f, 1});
  }

  /** By hand: channels of means 0.5 and 0.25, half as far from them, and twice. */
  @Test
  void changesContrastChannelByChannel() {
    float[] image = {0, 0, 1, 0.5f, 0.5f, 0.25f, 0.5f, 0.25f};

    float[] half = Augmentation.of(2, 2, 2).contrast(0.5, 0).apply(times(50, image), 7);
    for (int i = 0; i < half.length; i += 8) {
      float factor = 1 - 2 * half[i];
      assertThat(factor).isAtLeast(0.5f);
      assertThat(factor).isAtMost(1f);
      assertThat(half[i + 2]).isWithin(1e-6f).of(0.5f + factor / 2);
      assertThat(half[i + 3]).isWithin(1e-6f).of(0.25f + factor / 4);
      assertThat(half[i + 4]).isEqualTo(0.5f);
    }
    assertThat(Augmentation.of(2, 2, 2).contrast(0).apply(image, 7)).isEqualTo(image);
    float[] flat = {0.3f, 0.3f, 0.3f};
    assertThat(Augmentation.of(1, 3, 1).contrast(1).apply(flat, 7)).isEqualTo(flat);
  }

  @Test
  void rescalesAndNormalizes() {
    assertThat(
            Augmentation.of(1, 3, 1).rescale(1 / 127.5, -1).apply(new float[] {0, 127.5f, 255}, 7))
        .isEqualTo(new float[] {-1, 0, 1});
    Augmentation channels =
        Augmentation.of(1, 2, 2).normalize(new double[] {1, 10}, new double[] {2, 4});
    assertThat(channels.apply(new float[] {1, 10, 5, 2}, 7)).isEqualTo(new float[] {0, 0, 2, -2});
    assertThat(channels.forEvaluation().apply(new float[] {1, 10, 5, 2}, 7))
        .isEqualTo(new float[] {0, 0, 2, -2});
  }

  /** By hand: red is 1, 3, 5, 7 with mean 4 and deviation √5, green never changes. */
  @Test
  void normalizesByAScalerOfChannels() {
    Column pixels = Column.of("pixels", 4, new float[] {1, 9, 3, 9, 5, 9, 7, 9});
    Scaler scaler = Scaler.standard(pixels.channels(2));

    float[] scaled = Augmentation.of(1, 2, 2).normalize(scaler).apply(pixels.toArray(), 7);
    assertThat(scaled)
        .usingTolerance(1e-6)
        .containsExactly(new float[] {-1.341641f, 0, -0.447214f, 0, 0.447214f, 0, 1.341641f, 0})
        .inOrder();
    assertThat(pixels.slice(1, 2).channels(2).toArray()).isEqualTo(new float[] {5, 9, 7, 9});
    assertThat(assertThrows(IllegalArgumentException.class, () -> pixels.channels(3)))
        .hasMessageThat()
        .isEqualTo("pixels [2, 4] cannot be divided into pixels of 3 channels");
  }

  private static final Augmentation ALL =
      Augmentation.of(6, 5, 3)
          .flip(FlipMode.HORIZONTAL_AND_VERTICAL)
          .translate(0.2, 0.2)
          .rotate(0.1)
          .zoom(0.2)
          .pad(1)
          .crop(6, 5)
          .brightness(0.2)
          .contrast(0.3);

  private static Examples examples(int count) {
    float[] pixels = new float[count * 90];
    float[] numbers = new float[count];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i * 37 % 101 / 101f;
    }
    for (int i = 0; i < count; i++) {
      numbers[i] = i;
    }
    return Examples.of(Column.of("pixels", 90, pixels), Column.of("number", 1, numbers));
  }

  /** The images of an epoch, by their numbers. */
  private static float[] epoch(Dataset dataset, long number, int count) {
    float[][] pixels = {new float[count * 90]};
    float[][] numbers = {new float[count]};
    float[] byNumber = new float[count * 90];
    try (DatasetCursor cursor = dataset.open(number)) {
      assertThat(cursor.fill(count, pixels, numbers, new float[0][])).isEqualTo(count);
    }
    for (int i = 0; i < count; i++) {
      int example = (int) numbers[0][i];
      System.arraycopy(pixels[0], i * 90, byNumber, example * 90, 90);
    }
    return byNumber;
  }

  @Test
  void drawsTheSameForTheSameSeedAndOtherwiseInEachEpoch() {
    Dataset dataset = Dataset.of(examples(40)).augment("pixels", ALL, 7);

    assertThat(epoch(dataset, 3, 40)).isEqualTo(epoch(dataset, 3, 40));
    Set<String> seen = new HashSet<>();
    for (int pass = 0; pass < 5; pass++) {
      seen.add(Arrays.toString(Arrays.copyOf(epoch(dataset, pass, 40), 90)));
    }
    assertThat(seen).hasSize(5);
    Dataset other = Dataset.of(examples(40)).augment("pixels", ALL, 8);
    assertThat(epoch(other, 3, 40)).isNotEqualTo(epoch(dataset, 3, 40));
    assertThat(ALL.apply(examples(40).input("pixels").toArray(), 7))
        .isEqualTo(epoch(dataset, 0, 40));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 40})
  void drawsTheSameHoweverExamplesAreCutAndReadAhead(int chunk) {
    Examples all = examples(40);
    Dataset cut =
        Dataset.generate(
            () -> {
              List<Examples> chunks = new ArrayList<>();
              for (int i = 0; i < 40; i += chunk) {
                chunks.add(all.slice(i, Math.min(40, i + chunk)));
              }
              return chunks.iterator();
            });
    float[] expected = epoch(Dataset.of(all).augment("pixels", ALL, 7), 2, 40);

    assertThat(epoch(cut.augment("pixels", ALL, 7), 2, 40)).isEqualTo(expected);
    assertThat(epoch(cut.augment("pixels", ALL, 7).prefetch(2), 2, 40)).isEqualTo(expected);
    assertThat(epoch(cut.augment("pixels", ALL, 7).shuffle(9, 1).prefetch(1), 2, 40))
        .isEqualTo(expected);
  }

  @Test
  void drawsOtherwiseInEachRoundOfARepeatedDataSet() {
    Dataset twice = Dataset.of(examples(4)).augment("pixels", ALL, 7).repeat(2);
    float[][] pixels = {new float[8 * 90]};
    try (DatasetCursor cursor = twice.open(0)) {
      assertThat(cursor.fill(8, pixels, new float[][] {new float[8]}, new float[0][])).isEqualTo(8);
    }

    assertThat(Arrays.copyOf(pixels[0], 90))
        .isNotEqualTo(Arrays.copyOfRange(pixels[0], 4 * 90, 5 * 90));
  }

  /** One more step changes nothing of what the others draw. */
  @Test
  void drawsForEachStepOnItsOwn() {
    Augmentation flip = Augmentation.of(2, 2, 1).flip(FlipMode.HORIZONTAL);
    float[] images = times(50, 1, 2, 3, 4);

    assertThat(flip.range(0, 4).brightness(0).flip(FlipMode.HORIZONTAL).apply(images, 7))
        .hasLength(200);
    assertThat(flip.range(0, 9).contrast(0).apply(images, 7)).isEqualTo(flip.apply(images, 7));
    assertThat(flip.flip(FlipMode.HORIZONTAL).apply(images, 7)).isNotEqualTo(images);
  }

  @Test
  void leavesTheImagesThatGoInAlone() {
    Examples before = examples(10);
    float[] copy = before.input("pixels").toArray();

    Examples after = Dataset.of(before).augment("pixels", ALL, 7).toExamples();

    assertThat(before.input("pixels").toArray()).isEqualTo(copy);
    assertThat(after.target("number").toArray()).isEqualTo(before.target("number").toArray());
    assertThat(Dataset.of(before).augment("pixels", ALL, 7).count().getAsLong()).isEqualTo(10);
  }

  @Test
  void keepsWithinTheRange() {
    float[] images = ALL.apply(examples(200).input("pixels").toArray(), 3);

    for (float value : images) {
      assertThat(value).isAtLeast(0f);
      assertThat(value).isAtMost(1f);
    }
  }

  @Test
  void saysWhichInputIsNoImage() {
    assertDatasetRefused(
        Dataset.of(examples(3)).augment("pixel", ALL, 7),
        "there is no input pixel to be augmented among [pixels [3, 90]]");
    assertDatasetRefused(
        Dataset.of(examples(3)).augment("pixels", Augmentation.of(28, 28, 1), 7),
        "pixels has 90 floats an example, not the 784 of the images [28, 28, 1] that are augmented");
  }

  private static void assertDatasetRefused(Dataset dataset, String message) {
    assertThat(assertThrows(DatasetException.class, () -> dataset.open(0)))
        .hasMessageThat()
        .isEqualTo(message);
  }

  @Test
  void refusesWhatCannotBeDrawn() {
    Augmentation images = Augmentation.of(4, 4, 3);

    assertRefused(
        () -> Augmentation.of(4, 0, 3), "at least 1 row, 1 column and 1 channel, not 4, 0");
    assertRefused(() -> images.translate(1.1, 0), "a height factor must be a number from 0 to 1");
    assertRefused(() -> images.translate(0, -0.1), "give two numbers to draw from elsewhere");
    assertRefused(() -> images.translate(0, 0, 0.3, 0.2), "not from 0.3 up to 0.2");
    assertRefused(() -> images.rotate(Double.NaN), "a rotation factor");
    assertRefused(() -> images.zoom(-1, 0), "a zoom factor");
    assertRefused(() -> images.brightness(-2, 0), "a brightness factor");
    assertRefused(() -> images.contrast(1.5, 0), "the lower contrast factor");
    assertRefused(
        () -> images.crop(5, 4), "no part of 5 rows and 4 columns can be taken of images");
    assertRefused(() -> images.crop(0, 4), "at least 1 row");
    assertRefused(() -> images.pad(-1), "a margin must be 0 or above, not -1");
    assertRefused(() -> images.range(1, 1), "from a number to a larger one, not from 1.0 to 1.0");
    assertRefused(() -> images.fill(Double.NaN), "what lies beyond the border cannot be NaN");
    assertRefused(() -> images.normalize(new double[1], new double[] {1}), "have not 1 channels");
    assertRefused(
        () -> images.normalize(new double[3], new double[] {1, 0, 1}),
        "the deviation of channel 1 must be above 0, not 0.0");
    assertRefused(() -> images.rescale(Double.POSITIVE_INFINITY, 0), "a scale cannot be Infinity");
    assertRefused(() -> images.apply(new float[47], 7), "47 floats");
  }

  private static void assertRefused(Executable call, String message) {
    assertThat(assertThrows(IllegalArgumentException.class, call))
        .hasMessageThat()
        .contains(message);
  }
}
