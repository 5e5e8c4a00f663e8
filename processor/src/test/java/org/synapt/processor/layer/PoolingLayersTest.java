package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;
import static org.synapt.processor.layer.Mentions.constant;
import static org.synapt.processor.layer.Mentions.list;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synapt.processor.shape.Shape;

/** The largest and the mean, of windows and of whole images. */
@Tag("L15")
final class PoolingLayersTest {
  private static final double[] ONE_TO_FOUR = {1, 2, 3, 4};
  private static final double[] ONE_TO_FIVE = {1, 2, 3, 4, 5};
  private static final double[] ONE_TO_NINE = {1, 2, 3, 4, 5, 6, 7, 8, 9};
  private static final double[] ONE_TO_TWELVE = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

  private static Inferred layer(String name, Shape x, Object... stated) {
    return Inferred.of(Mentions.of(name, stated), x);
  }

  @Tag("L6")
  @Test
  void halvesAnImageUnlessToldOtherwise() {
    assertThat(layer("MaxPooling2D", Shape.of(28, 28, 32)).toString()).isEqualTo("[14, 14, 32]");
    assertThat(layer("MaxPooling2D", Shape.of(7, 7, 2)).toString()).isEqualTo("[3, 3, 2]");
  }

  @Test
  void takesTheStridesOfTheWindowUnlessTheyAreStated() {
    Shape image = Shape.of(9, 9, 2);

    assertThat(layer("AveragePooling2D", image, "poolSize", list(3)).toString())
        .isEqualTo("[3, 3, 2]");
    assertThat(
            layer("AveragePooling2D", image, "poolSize", list(3, 2), "strides", list(2, 1))
                .toString())
        .isEqualTo("[4, 8, 2]");
  }

  /** ⌈n / stride⌉, as in Keras. */
  @ParameterizedTest
  @CsvSource({"28, 14", "7, 4", "1, 1"})
  void fillsUpWithSame(int extent, int windows) {
    assertThat(layer("MaxPooling1D", Shape.of(extent, 3), "padding", constant("SAME")).toString())
        .isEqualTo("[" + windows + ", 3]");
  }

  @Tag("L16")
  @Test
  void poolsSequencesAndVolumes() {
    assertThat(layer("MaxPooling1D", Shape.of(10, 3)).toString()).isEqualTo("[5, 3]");
    assertThat(layer("AveragePooling3D", Shape.of(4, 6, 8, 3)).toString())
        .isEqualTo("[2, 3, 4, 3]");
  }

  @Tag("L6")
  @Test
  void hasRoomToSaveWhichWasTheLargestWhileTraining() {
    assertThat(layer("MaxPooling2D", Shape.of(4, 4, 3)).lowered())
        .isEqualTo(
            """
            saved [b, 2, 2, 3] = batchRoom<[2, 2, 3]>()
            largest [b, 2, 2, 3] = maxPooling<[2 of 4 by 2, 2 of 4 by 2], train>(a, saved)
            """);
  }

  @Test
  void savesNothingWhilePredicting() {
    Lowered lowering = Lowered.toPredict();

    layer("MaxPooling2D", Shape.of(4, 4, 3)).lower(lowering);

    assertThat(lowering.toString())
        .isEqualTo("largest [b, 2, 2, 3] = maxPooling<[2 of 4 by 2, 2 of 4 by 2]>(a)\n");
  }

  @Tag("L7")
  @Test
  void averagesInOneEquation() {
    assertThat(layer("AveragePooling1D", Shape.of(4, 3)).lowered())
        .isEqualTo("mean [b, 2, 3] = averagePooling<[2 of 4 by 2]>(a)\n");
  }

  /** tf.keras.layers.MaxPool2D, TensorFlow 2.8: the examples of its documentation. */
  @Tag("L6")
  @Test
  void findsTheLargestAsKerasDoes() {
    assertThat(layer("MaxPooling2D", Shape.of(3, 3, 1), "strides", list(1)).compute(ONE_TO_NINE))
        .isEqualTo(new double[] {5, 6, 8, 9});
    assertThat(layer("MaxPooling2D", Shape.of(3, 4, 1)).compute(ONE_TO_TWELVE))
        .isEqualTo(new double[] {6, 8});
  }

  /** tf.keras.layers.AveragePooling2D and 1D, TensorFlow 2.9: the same. */
  @Tag("L7")
  @Test
  void averagesAsKerasDoes() {
    assertThat(
            layer("AveragePooling2D", Shape.of(3, 3, 1), "strides", list(1)).compute(ONE_TO_NINE))
        .isEqualTo(new double[] {3, 4, 6, 7});
    assertThat(layer("AveragePooling2D", Shape.of(3, 4, 1)).compute(ONE_TO_TWELVE))
        .isEqualTo(new double[] {3.5, 5.5});
    assertThat(layer("AveragePooling1D", Shape.of(5, 1), "strides", list(1)).compute(ONE_TO_FIVE))
        .isEqualTo(new double[] {1.5, 2.5, 3.5, 4.5});
    assertThat(layer("AveragePooling1D", Shape.of(5, 1)).compute(ONE_TO_FIVE))
        .isEqualTo(new double[] {1.5, 3.5});
  }

  /**
   * TensorFlow's pooling_ops_test.py, {@code AvgPoolSamePaddingNonSquareWindow} and its counterpart
   * for the largest.
   */
  @Tag("L8")
  @Test
  void leavesPaddingOutOfMeansAndOfTheLargest() {
    assertThat(same("AveragePooling2D", list(1, 2)).compute(ONE_TO_FOUR))
        .isEqualTo(new double[] {1.5, 2, 3.5, 4});
    assertThat(same("MaxPooling2D", list(1, 2)).compute(ONE_TO_FOUR))
        .isEqualTo(new double[] {2, 2, 4, 4});
  }

  private static Inferred same(String name, Object size) {
    return layer(
        name, Shape.of(2, 2, 1), "poolSize", size, "strides", list(1), "padding", constant("SAME"));
  }

  @Test
  void zerosOutsideAreNotLargerThanWhatIsNegative() {
    assertThat(same("MaxPooling2D", list(2)).compute(new double[] {-1, -2, -3, -4}))
        .isEqualTo(new double[] {-1, -2, -3, -4});
  }

  @Test
  void keepsChannelsApart() {
    assertThat(layer("MaxPooling1D", Shape.of(2, 2)).compute(new double[] {1, 40, 3, 20}))
        .isEqualTo(new double[] {3, 40});
  }

  @Test
  void wantsImages() {
    assertThat(layer("MaxPooling2D", Shape.of(28, 28)).toString())
        .startsWith("[NotAnImage] maxPooling2D moves over [rows, columns, channels], but a is");
    assertThat(layer("GlobalMaxPooling2D", Shape.of(28, 28)).toString())
        .startsWith("[NotAnImage] globalMaxPooling2D moves over [rows, columns, channels]");
  }

  @Test
  void wantsWindowsThatFit() {
    assertThat(layer("MaxPooling2D", Shape.of(2, 1, 64)).toString())
        .startsWith(
            "[WindowLargerThanImage] a window of 2 columns does not fit into the 1 of"
                + " a [2, 1, 64]: 1 - 2 + 1 = 0");
  }

  @Test
  void wantsANumberForEachAxis() {
    assertThat(
            layer("MaxPooling2D", Shape.of(8, 8, 1), "poolSize", list(2, 2, 1), "strides", list())
                .toString())
        .startsWith("[NumbersPerAxis] poolSize = [2, 2, 1] has 3 numbers");
    assertThat(layer("MaxPooling1D", Shape.of(8, 1), "strides", list(1, 1)).toString())
        .startsWith("[NumbersPerAxis] strides = [1, 1] has 2 numbers");
  }

  @ParameterizedTest
  @CsvSource({"poolSize", "strides"})
  void wantsNumbersThatCount(String attribute) {
    assertThat(layer("MaxPooling2D", Shape.of(8, 8, 1), attribute, list(0)).toString())
        .startsWith("[AttributeOutOfRange] " + attribute + " = 0 is below 1");
    assertThat(layer("MaxPooling2D", Shape.of(8, 8, 1), attribute, list(2, -1)).toString())
        .startsWith("[AttributeOutOfRange] " + attribute + " = [2, -1]");
  }

  @Test
  void wantsWindowsThatAnIndexCounts() {
    assertThat(
            layer(
                    "AveragePooling2D",
                    Shape.of(8, 8, 1),
                    "poolSize",
                    list(100_000),
                    "padding",
                    constant("SAME"))
                .toString())
        .startsWith(
            "[TooManyElements] a window of y [100000, 100000, 1, 1] has 10,000,000,000 elements");
  }

  @Test
  void isNotCausal() {
    assertThat(layer("MaxPooling1D", Shape.of(8, 1), "padding", constant("CAUSAL")).toString())
        .startsWith("[CausalPadding] padding = CAUSAL is not for maxPooling1D");
  }

  @Test
  void warnsOfWhatChangesNothing() {
    Inferred idle = layer("AveragePooling2D", Shape.of(8, 8, 1), "poolSize", list(1));

    assertThat(idle.toString())
        .isEqualTo(
            """
            [IdleAttribute] @AveragePooling2D changes nothing: each of its windows takes one position
                state a poolSize above 1, or remove the row""");
    assertThat(idle.shape()).hasValue(Shape.of(8, 8, 1));
  }

  @Test
  void mayTakeEveryOtherPosition() {
    assertThat(
            layer("MaxPooling2D", Shape.of(8, 8, 1), "poolSize", list(1), "strides", list(2))
                .toString())
        .isEqualTo("[4, 4, 1]");
  }

  @Test
  void warnsOfPositionsThatItPassesOver() {
    assertThat(layer("MaxPooling2D", Shape.of(9, 9, 1), "strides", list(3)).toString())
        .startsWith("[StrideLargerThanWindow] no window looks at 1 of every 3 rows");
  }

  @Test
  void saysWhatItDoesInASummary() {
    assertThat(layer("MaxPooling2D", Shape.of(9, 9, 1)).describe()).isEqualTo("maxPooling2D(2x2)");
    assertThat(
            layer(
                    "AveragePooling2D",
                    Shape.of(9, 9, 1),
                    "poolSize",
                    list(3),
                    "strides",
                    list(2),
                    "padding",
                    constant("SAME"))
                .describe())
        .isEqualTo("averagePooling2D(3x3 by 2, same)");
    assertThat(layer("GlobalAveragePooling2D", Shape.of(9, 9, 1)).describe())
        .isEqualTo("globalAveragePooling2D");
  }

  @Test
  void givesAVectorOfChannelsForAWholeImage() {
    assertThat(layer("GlobalAveragePooling2D", Shape.of(7, 7, 64)).toString()).isEqualTo("[64]");
    assertThat(layer("GlobalMaxPooling1D", Shape.of(7, 64)).toString()).isEqualTo("[64]");
    assertThat(layer("GlobalMaxPooling3D", Shape.of(2, 3, 4, 5)).toString()).isEqualTo("[5]");
  }

  @Test
  void keepsTheAxesIfAskedTo() {
    Inferred kept = layer("GlobalAveragePooling2D", Shape.of(2, 2, 3), "keepdims", true);

    assertThat(kept.toString()).isEqualTo("[1, 1, 3]");
    assertThat(kept.lowered())
        .isEqualTo(
            """
            positions [b, 4, 3] = reshape<[4, 3]>(a)
            sum [b, 3] = sum<0>(positions)
            mean [b, 3] = sum / 4(sum)
            kept [b, 1, 1, 3] = reshape<[1, 1, 3]>(mean)
            """);
  }

  @Test
  void reducesWholeSequencesAsTheyLie() {
    assertThat(layer("GlobalMaxPooling1D", Shape.of(4, 3)).lowered())
        .isEqualTo("largest [b, 3] = max<0>(a)\n");
  }

  @Test
  void poolsWholeImages() {
    double[] image = {1, 8, 2, 7, 3, 6, 6, 5};

    assertThat(layer("GlobalAveragePooling2D", Shape.of(2, 2, 2)).compute(image))
        .isEqualTo(new double[] {3, 6.5});
    assertThat(layer("GlobalMaxPooling2D", Shape.of(2, 2, 2)).compute(image))
        .isEqualTo(new double[] {6, 8});
  }
}
