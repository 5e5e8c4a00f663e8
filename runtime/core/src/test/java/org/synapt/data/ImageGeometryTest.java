package org.synapt.data;

import static com.google.common.truth.Truth.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Where pixels go, against numbers that others published and numbers found by hand. */
@Tag("D15")
final class ImageGeometryTest {

  private static float[] counted(int floats) {
    float[] values = new float[floats];
    for (int i = 0; i < floats; i++) {
      values[i] = i;
    }
    return values;
  }

  private static float[] numbers(String text) {
    String[] words = text.trim().split("[\\s|]+");
    float[] values = new float[words.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.parseFloat(words[i]);
    }
    return values;
  }

  private static void assertGives(Augmentation augmentation, float[] image, String expected) {
    assertThat(augmentation.apply(image, 7))
        .usingTolerance(1e-4)
        .containsExactly(numbers(expected))
        .inOrder();
  }

  /** Keras, random_translation_test.py: up, down and left by 0.2, down by 0.5. */
  @Test
  void movesAsKerasDoes() {
    Augmentation five = Augmentation.of(5, 5, 1);
    String up = "5 6 7 8 9|10 11 12 13 14|15 16 17 18 19|20 21 22 23 24|";
    String down = "|0 1 2 3 4|5 6 7 8 9|10 11 12 13 14|15 16 17 18 19";

    assertGives(five.translate(-0.2, -0.2, 0, 0), counted(25), up + "20 21 22 23 24");
    assertGives(five.fill(0).translate(-0.2, -0.2, 0, 0), counted(25), up + "0 0 0 0 0");
    assertGives(five.translate(0.2, 0.2, 0, 0), counted(25), "0 1 2 3 4" + down);
    assertGives(five.fill(0).translate(0.2, 0.2, 0, 0), counted(25), "0 0 0 0 0" + down);
    assertGives(
        five.translate(0, 0, -0.2, -0.2),
        counted(25),
        "1 2 3 4 4|6 7 8 9 9|11 12 13 14 14|16 17 18 19 19|21 22 23 24 24");
    assertGives(
        five.fill(0).translate(0, 0, -0.2, -0.2),
        counted(25),
        "1 2 3 4 0|6 7 8 9 0|11 12 13 14 0|16 17 18 19 0|21 22 23 24 0");
    assertGives(
        Augmentation.of(8, 2, 1).translate(0.5, 0.5, 0, 0),
        counted(16),
        "6 7|4 5|2 3|0 1|0 1|2 3|4 5|6 7");
  }

  /** TensorFlow, image_preprocessing_test.py, RandomTransformTest: [5, 3] by a pixel. */
  @ParameterizedTest
  @CsvSource({
    "REFLECT,  0 1 2|0 1 2|3 4 5|6 7 8|9 10 11,  1 2 2|4 5 5|7 8 8|10 11 11|13 14 14",
    "WRAP,     12 13 14|0 1 2|3 4 5|6 7 8|9 10 11, 1 2 0|4 5 3|7 8 6|10 11 9|13 14 12",
    "NEAREST,  0 1 2|0 1 2|3 4 5|6 7 8|9 10 11,  1 2 2|4 5 5|7 8 8|10 11 11|13 14 14",
    "CONSTANT, 0 0 0|0 1 2|3 4 5|6 7 8|9 10 11,  1 2 0|4 5 0|7 8 0|10 11 0|13 14 0"
  })
  void fillsAsTensorFlowDoes(FillMode mode, String down, String left) {
    Augmentation images = Augmentation.of(5, 3, 1).fill(mode);

    assertGives(images.translate(0.2, 0.2, 0, 0), counted(15), down);
    assertGives(images.translate(0, 0, -1 / 3.0, -1 / 3.0), counted(15), left);
    Augmentation nearest = images.interpolation(Interpolation.NEAREST);
    assertGives(nearest.translate(0.2, 0.2, 0, 0), counted(15), down);
    assertGives(nearest.translate(0, 0, -1 / 3.0, -1 / 3.0), counted(15), left);
  }

  /** The same test, test_random_translation_constant_1. */
  @Test
  void fillsWithANumber() {
    assertGives(
        Augmentation.of(5, 3, 1).fill(1).translate(0, 0, 1 / 3.0, 1 / 3.0),
        counted(15),
        "1 0 1|1 3 4|1 6 7|1 9 10|1 12 13");
  }

  /** Keras, random_rotation_test.py, half a circle. */
  @Test
  void turnsAsKerasDoes() {
    assertGives(
        Augmentation.of(5, 5, 1).rotate(0.5, 0.5),
        counted(25),
        "24 23 22 21 20|19 18 17 16 15|14 13 12 11 10|9 8 7 6 5|4 3 2 1 0");
  }

  /** By hand: a quarter counter-clockwise brings the right column to the top. */
  @Test
  void turnsCounterClockwise() {
    assertGives(Augmentation.of(3, 3, 1).rotate(0.25, 0.25), counted(9), "2 5 8|1 4 7|0 3 6");
    assertGives(Augmentation.of(3, 3, 1).rotate(-0.25, -0.25), counted(9), "6 3 0|7 4 1|8 5 2");
  }

  /** Keras, random_zoom_test.py: out by 0.5 and 0.8, in by 0.5; nearest in its tf.data test. */
  @Test
  void zoomsAsKerasDoes() {
    Augmentation five = Augmentation.of(5, 5, 1).fill(0);

    assertGives(
        five.zoom(0.5, 0.5, 0.8, 0.8),
        counted(25),
        "0 0 0 0 0|0 2.7 4.5 6.3 0|0 10.2 12 13.8 0|0 17.7 19.5 21.3 0|0 0 0 0 0");
    assertGives(
        five.zoom(-0.5, -0.5),
        counted(25),
        "6 6.5 7 7.5 8|8.5 9 9.5 10 10.5|11 11.5 12 12.5 13|13.5 14 14.5 15 15.5"
            + "|16 16.5 17 17.5 18");
    assertGives(
        five.interpolation(Interpolation.NEAREST).zoom(0.5, 0.5, 0.8, 0.8),
        counted(25),
        "0 0 0 0 0|0 5 7 9 0|0 10 12 14 0|0 20 22 24 0|0 0 0 0 0");
  }

  private static final float[] UNEVEN = numbers("1 2 4 8 16|3 9 27 81 0|5 25 10 50 2|7 49 6 36 12");

  /** SciPy 1.17.1, ndimage.affine_transform, order 1: down by 1.5 pixels, left by 1.25. */
  @ParameterizedTest
  @CsvSource({
    "CONSTANT, 100 100 100 100 100|51.25 52.5 55 68.5 100"
        + "|8 22.75 35.375 31 100|17.375 30.25 49.375 25.75 100",
    "NEAREST, 2.5 5 10 16 16|2.5 5 10 16 16|8 22.75 35.375 8 8|17.375 30.25 49.375 1 1",
    "REFLECT, 8 22.75 35.375 8 17.125|2.5 5 10 16 14"
        + "|8 22.75 35.375 8 17.125|17.375 30.25 49.375 1 17.125",
    "WRAP, 29.75 16.75 34 6.75 13.75|20.375 9.25 20 11.5 9.375"
        + "|8 22.75 35.375 6.5 2.875|17.375 30.25 49.375 1.75 7.25"
  })
  void movesByPartsOfPixelsAsSciPyDoes(FillMode mode, String expected) {
    Augmentation images = Augmentation.of(4, 5, 1);
    images = mode == FillMode.CONSTANT ? images.fill(100) : images.fill(mode);

    assertGives(images.translate(0.375, 0.375, -0.25, -0.25), UNEVEN, expected);
  }

  /** SciPy 1.17.1, ndimage.affine_transform, order 1: 30 degrees about the middle. */
  @ParameterizedTest
  @CsvSource({
    "CONSTANT, 80.31295 32.545, 3.50258, 50.58665, 36.54946 87.03023",
    "NEAREST, 2.0359 3.76795, 3.50258, 4.59808, 9.48076 35.46152",
    "REFLECT, 2.0359 3.76795, 3.50258, 4.59808, 9.48076 35.46152",
    "WRAP, 38.9453 5.92735, 3.50258, 3.15192, 7.98059 13.46135"
  })
  void turnsAsSciPyDoes(FillMode mode, String first, String right, String below, String last) {
    Augmentation images = Augmentation.of(4, 5, 1);
    images = mode == FillMode.CONSTANT ? images.fill(100) : images.fill(mode);
    String corner =
        mode == FillMode.CONSTANT ? "48.41326" : mode == FillMode.WRAP ? "1.84808" : "0.40192";

    assertGives(
        images.rotate(1 / 12.0, 1 / 12.0),
        UNEVEN,
        String.format(
            Locale.ROOT,
            "%s 19.15819 25.6673 %s|1.8254 10.2202 39.12676 56.19624 %s"
                + "|2.96771 14.52868 14.33614 30.2415 24.59361|%s 15.80367 34.83365 %s",
            first,
            corner,
            right,
            below,
            last));
  }

  /** By hand: with a margin of 5 around 3 pixels, each mode goes beyond twice. */
  @ParameterizedTest
  @CsvSource({
    "CONSTANT, 0 0 0 0 0 1 2 3 0 0 0 0 0",
    "NEAREST, 1 1 1 1 1 1 2 3 3 3 3 3 3",
    "REFLECT, 2 3 3 2 1 1 2 3 3 2 1 1 2",
    "WRAP, 2 3 1 2 3 1 2 3 1 2 3 1 2"
  })
  void padsBeyondTheImageItself(FillMode mode, String row) {
    float[] padded = Augmentation.of(1, 3, 1).fill(mode).pad(5).apply(numbers("1 2 3"), 7);

    float[] middle = new float[13];
    System.arraycopy(padded, 5 * 13, middle, 0, 13);
    assertThat(middle).isEqualTo(numbers(row));
    assertThat(padded).hasLength(11 * 13);
  }

  /** An image of three equal channels stays one, whatever is done to it. */
  @ParameterizedTest
  @EnumSource(FillMode.class)
  void doesTheSameToEachChannel(FillMode mode) {
    float[] image = new float[60];
    for (int i = 0; i < 60; i++) {
      int pixel = i / 3;
      image[i] = pixel;
    }
    float[] turned =
        Augmentation.of(4, 5, 3)
            .fill(mode)
            .flip(FlipMode.HORIZONTAL_AND_VERTICAL)
            .pad(2)
            .rotate(0.1)
            .zoom(0.3)
            .translate(0.2, 0.2)
            .crop(3, 3)
            .apply(image, 11);

    assertThat(turned).hasLength(27);
    for (int i = 0; i < 27; i++) {
      assertThat(turned[i]).isEqualTo(turned[i / 3 * 3]);
    }
  }
}
