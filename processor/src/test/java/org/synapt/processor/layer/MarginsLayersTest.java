package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;
import static org.synapt.processor.layer.Mentions.list;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/** Zeros around images, and images without their margins. */
@Tag("L8")
final class MarginsLayersTest {

  private static Inferred layer(String name, Shape x, Object... stated) {
    return Inferred.of(Mentions.of(name, stated), x);
  }

  private static Inferred padding(Integer... numbers) {
    return layer("ZeroPadding2D", Shape.of(4, 5, 3), "padding", list(numbers));
  }

  private static Inferred cropping(Integer... numbers) {
    return layer("Cropping2D", Shape.of(28, 28, 3), "cropping", list(numbers));
  }

  @Test
  void putsOneZeroAroundUnlessToldOtherwise() {
    assertThat(layer("ZeroPadding1D", Shape.of(4, 3)).toString()).isEqualTo("[6, 3]");
    assertThat(layer("ZeroPadding2D", Shape.of(4, 5, 3)).toString()).isEqualTo("[6, 7, 3]");
    assertThat(layer("ZeroPadding3D", Shape.of(4, 5, 6, 3)).toString()).isEqualTo("[6, 7, 8, 3]");
  }

  @Test
  void takesOneNumberOrOneForEachAxisOrOneForEachSide() {
    assertThat(padding(2).lowered())
        .isEqualTo("padded [b, 8, 9, 3] = pad<[2, 2, 0], [2, 2, 0]>(a)\n");
    assertThat(padding(1, 2).lowered())
        .isEqualTo("padded [b, 6, 9, 3] = pad<[1, 2, 0], [1, 2, 0]>(a)\n");
    assertThat(padding(1, 2, 3, 4).lowered())
        .isEqualTo("padded [b, 7, 12, 3] = pad<[1, 3, 0], [2, 4, 0]>(a)\n");
    assertThat(layer("ZeroPadding1D", Shape.of(4, 3), "padding", list(2, 0)).lowered())
        .isEqualTo("padded [b, 6, 3] = pad<[2, 0], [0, 0]>(a)\n");
    assertThat(
            layer("Cropping3D", Shape.of(4, 5, 6, 3), "cropping", list(1, 0, 2, 0, 3, 0)).lowered())
        .isEqualTo("cropped [b, 3, 3, 3, 3] = crop<[1, 2, 3, 0], [0, 0, 0, 0]>(a)\n");
  }

  /** tf.keras.layers.ZeroPadding2D, TensorFlow 2.14: the example of its documentation. */
  @Test
  void padsAsKerasDoes() {
    assertThat(layer("ZeroPadding2D", Shape.of(1, 2, 2)).compute(new double[] {0, 1, 2, 3}))
        .isEqualTo(
            new double[] {
              0, 0, 0, 0, 0, 0, 0, 0, //
              0, 0, 0, 1, 2, 3, 0, 0, //
              0, 0, 0, 0, 0, 0, 0, 0
            });
  }

  /** tf.keras.layers.Cropping1D and Cropping2D, TensorFlow 2.10: the same. */
  @Test
  void cropsAsKerasDoes() {
    assertThat(layer("Cropping1D", Shape.of(3, 2)).compute(new double[] {0, 1, 2, 3, 4, 5}))
        .isEqualTo(new double[] {2, 3});
    assertThat(cropping(2, 2, 4, 4).toString()).isEqualTo("[24, 20, 3]");
  }

  @Test
  void knowsWhichSideIsWhich() {
    double[] image = {1, 2, 3, 4, 5, 6};

    assertThat(layer("Cropping2D", Shape.of(2, 3, 1), "cropping", list(1, 0, 0, 2)).compute(image))
        .isEqualTo(new double[] {4});
  }

  @Test
  void cannotTakeAwayMoreThanThereIs() {
    assertThat(cropping(14).toString())
        .isEqualTo(
            """
            [CroppingLeavesNothing] nothing is left of a [28, 28, 3]: \
            rows 28 - 14 - 14 = 0, columns 28 - 14 - 14 = 0
                take away less""");
    assertThat(cropping(0, 0, 9, 20).toString())
        .startsWith(
            "[CroppingLeavesNothing] nothing is left of a [28, 28, 3]: columns 28 - 9 - 20 = -1");
    assertThat(cropping(Integer.MAX_VALUE).toString())
        .contains("rows 28 - 2147483647 - 2147483647 = -4294967266");
  }

  @Test
  void wantsAsManyNumbersAsThereAreMargins() {
    assertThat(padding(1, 2, 3).toString())
        .isEqualTo(
            """
            [NumbersPerAxis] padding = [1, 2, 3] has 3 numbers, but rows and columns are to have margins
                state one number, or {rows, columns}, or {top, bottom, left, right}""");
    assertThat(layer("Cropping1D", Shape.of(9, 1), "cropping", list(1, 1, 1)).toString())
        .endsWith("state one number, or {before, after}");
    assertThat(layer("ZeroPadding3D", Shape.of(9, 9, 9, 1), "padding", list(1, 1)).toString())
        .contains("or six: before and after each of them");
    assertThat(padding().toString()).startsWith("[NumbersPerAxis] padding = [] has 0 numbers");
  }

  @Test
  void wantsNoNegativeMargin() {
    assertThat(padding(-1).toString()).startsWith("[AttributeOutOfRange] padding = -1 is below 0");
    assertThat(cropping(1, -2).toString())
        .startsWith("[AttributeOutOfRange] cropping = [1, -2] holds a number below 0");
  }

  @ParameterizedTest
  @CsvSource({"ZeroPadding2D, padding", "Cropping2D, cropping"})
  void warnsOfWhatChangesNothing(String name, String attribute) {
    Inferred idle = layer(name, Shape.of(4, 4, 1), attribute, list(0, 0));
    Lowered lowering = Lowered.toTrain();

    assertThat(idle.toString())
        .startsWith("[IdleAttribute] @%s changes nothing: %s is 0".formatted(name, attribute));
    assertThat(idle.lower(lowering)).isEqualTo(Value.of("a", Shape.of(4, 4, 1)));
    assertThat(lowering.toString()).isEmpty();
  }

  @Test
  void wantsAnImage() {
    assertThat(layer("Cropping2D", Shape.of(28, 28), "cropping", list(1)).toString())
        .startsWith("[NotAnImage] cropping2D moves over [rows, columns, channels]");
  }

  @Test
  void isNotLargerThanAnIndexCounts() {
    assertThat(padding(30_000).toString())
        .startsWith("[TooManyElements] y [60004, 60005, 3] has 10,801,620,060 elements");
    assertThat(padding(Integer.MAX_VALUE).toString()).startsWith("[TooManyElements]");
  }

  @Test
  void saysWhatItDoesInASummary() {
    assertThat(padding(1, 2, 3, 4).describe()).isEqualTo("zeroPadding2D(1, 2, 3, 4)");
    assertThat(cropping(3).describe()).isEqualTo("cropping2D(3)");
  }
}
