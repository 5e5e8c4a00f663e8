package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;
import static org.synapt.processor.layer.Mentions.constant;
import static org.synapt.processor.layer.Mentions.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synapt.processor.declaration.Constant;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.shape.Shape;

@Tag("L2")
final class ConvolutionLayerTest {
  private static final Shape DIGIT = Shape.of(28, 28, 1);
  private static final Constant VALID = constant("VALID");
  private static final Constant SAME = constant("SAME");
  private static final Constant CAUSAL = constant("CAUSAL");

  /**
   * Shapes from Keras's own tests: {@code conv_test.py}, {@code test_conv1d_basic}, {@code
   * test_conv2d_basic} and {@code test_conv3d_basic}, without the batch.
   */
  @Test
  void makesTheShapesThatKerasMakes() {
    assertThat(of("Conv1D", Shape.of(5, 4), 5, list(2))).isEqualTo("[4, 5]");
    assertThat(of("Conv1D", Shape.of(4, 4), 6, list(2), SAME, "dilationRate", list(2), "groups", 2))
        .isEqualTo("[4, 6]");
    assertThat(
            of("Conv1D", Shape.of(4, 4), 6, list(2), CAUSAL, "dilationRate", list(2), "groups", 2))
        .isEqualTo("[4, 6]");
    assertThat(of("Conv1D", Shape.of(5, 4), 6, list(2), VALID, "strides", list(2), "groups", 2))
        .isEqualTo("[2, 6]");
    assertThat(of("Conv2D", Shape.of(5, 5, 4), 5, list(2))).isEqualTo("[4, 4, 5]");
    assertThat(of("Conv2D", Shape.of(4, 4, 4), 6, list(2), SAME, "dilationRate", list(2)))
        .isEqualTo("[4, 4, 6]");
    assertThat(of("Conv2D", Shape.of(5, 5, 4), 6, list(2, 2), VALID, "strides", list(2, 1)))
        .isEqualTo("[2, 4, 6]");
    assertThat(
            of("Conv3D", Shape.of(5, 5, 5, 4), 6, list(2, 2, 3), VALID, "strides", list(2, 1, 2)))
        .isEqualTo("[2, 4, 2, 6]");
  }

  private static String of(
      String layer, Shape x, int filters, List<Integer> size, Object... stated) {
    List<Object> all = new ArrayList<>(List.of("filters", filters, "kernelSize", size));
    if (stated.length > 0) {
      all.add("padding");
    }
    all.addAll(List.of(stated));
    return Inferred.of(Mentions.of(layer, all.toArray()), x).toString();
  }

  /** Sobel's operator, which finds upright edges; the bias is added, and relu leaves the left. */
  @Test
  @Tag("L5")
  void weighsWhatEachWindowShows() {
    Inferred edges =
        Inferred.of(
            Mentions.of(
                "Conv2D", "filters", 1, "kernelSize", list(3), "activation", constant("RELU")),
            Shape.of(3, 4, 1));

    double[] y =
        edges.compute(
            Map.of(
                "weight", new double[] {-1, 0, 1, -2, 0, 2, -1, 0, 1}, "bias", new double[] {0.5}),
            new double[] {0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0});

    assertThat(y).usingTolerance(0).containsExactly(4.5, 0.5).inOrder();
  }

  /** By hand: each position's own element and the one before it; before the first there is 0. */
  @Test
  @Tag("L16")
  void aCausalWindowEndsAtItsPosition() {
    Inferred sums =
        Inferred.of(
            Mentions.of(
                "Conv1D", "filters", 1, "kernelSize", list(2), "padding", CAUSAL, "useBias", false),
            Shape.of(4, 1));

    assertThat(sums.compute(Map.of("weight", new double[] {10, 1}), new double[] {1, 2, 3, 4}))
        .usingTolerance(0)
        .containsExactly(1, 12, 23, 34)
        .inOrder();
  }

  /** Two groups: filter 0 sees channel 0 alone, filter 1 channel 1. */
  @Test
  void aFilterSeesTheChannelsOfItsGroup() {
    Inferred grouped =
        Inferred.of(
            Mentions.of(
                "Conv1D", "filters", 2, "kernelSize", list(1), "groups", 2, "useBias", false),
            Shape.of(2, 2));

    assertThat(grouped.compute(Map.of("weight", new double[] {2, 3}), new double[] {1, 10, 5, 50}))
        .usingTolerance(0)
        .containsExactly(2, 30, 10, 150)
        .inOrder();
  }

  @Test
  @Tag("L8")
  void writesAConvolutionASumAndAnActivation() {
    Mention layer =
        Mentions.of(
            "Conv2D",
            "filters",
            32,
            "kernelSize",
            list(3),
            "padding",
            SAME,
            "activation",
            constant("RELU"));

    assertThat(Inferred.of(layer, DIGIT).lowered())
        .isEqualTo(
            """
            product [b, 28, 28, 32] = convolution<[3 of 28 padded 1+1, 3 of 28 padded 1+1]>(a, weight)
            sum [b, 28, 28, 32] = x + b(product, bias)
            relu [b, 28, 28, 32] = relu(x)(sum)
            """);
  }

  @Test
  void isAProductOfMatricesWhereAWindowIsAPosition() {
    assertThat(
            Inferred.of(
                    Mentions.of("Conv2D", "filters", 8, "kernelSize", list(1), "useBias", false),
                    Shape.of(7, 7, 4))
                .lowered())
        .isEqualTo(
            """
            matrix [4, 8] = reshape<[4, 8]>(weight)
            product [b, 7, 7, 8] = mult(a, matrix)
            """);
  }

  @Test
  void isNoProductOfMatricesIfItLeavesPositionsOut() {
    assertThat(
            Inferred.of(
                    Mentions.of(
                        "Conv2D",
                        "filters",
                        8,
                        "kernelSize",
                        list(1),
                        "strides",
                        list(2),
                        "useBias",
                        false),
                    Shape.of(7, 7, 4))
                .lowered())
        .isEqualTo("product [b, 4, 4, 8] = convolution<[1 of 7 by 2, 1 of 7 by 2]>(a, weight)\n");
  }

  @Test
  void startsAsKerasDoes() {
    Mention layer = Mentions.of("Conv2D", "filters", 6, "kernelSize", list(3, 5), "groups", 2);

    assertThat(Inferred.of(layer, Shape.of(9, 9, 4)).parameters())
        .containsExactly(
            ParameterSpec.weight(
                "weight", Shape.of(3, 5, 2, 6), InitializerSpec.of("glorotUniform")),
            ParameterSpec.parameter("bias", Shape.of(6), InitializerSpec.of("zeros")))
        .inOrder();
  }

  /** So one layer may be applied to images of several sizes. */
  @Test
  void hasTheSameParametersForImagesOfAnySize() {
    Mention layer = Mentions.of("Conv2D", "filters", 6, "kernelSize", list(3));

    assertThat(Inferred.of(layer, Shape.of(9, 9, 4)).parameters())
        .isEqualTo(Inferred.of(layer, Shape.of(5, 20, 4)).parameters());
  }

  @Test
  void describesItself() {
    assertThat(describe("Conv2D", "kernelSize", list(3), "padding", SAME))
        .isEqualTo("conv2D(32, 3x3, same)");
    assertThat(describe("Conv2D", "kernelSize", list(2), "strides", list(2)))
        .isEqualTo("conv2D(32, 2x2 by 2)");
    assertThat(describe("Conv2D", "kernelSize", list(3, 1), "strides", list(2)))
        .isEqualTo("conv2D(32, 3x1 by 2)");
    assertThat(describe("Conv2D", "kernelSize", list(3), "strides", list(2, 1), "groups", 4))
        .isEqualTo("conv2D(32, 3x3 by 2x1, 4 groups)");
    assertThat(
            describe(
                "Conv1D",
                "kernelSize",
                list(5),
                "dilationRate",
                list(4),
                "padding",
                CAUSAL,
                "activation",
                constant("TANH")))
        .isEqualTo("conv1D(32, 5, causal, dilated 4), tanh");
  }

  private static String describe(String layer, Object... stated) {
    List<Object> all = new ArrayList<>(List.of("filters", 32));
    all.addAll(List.of(stated));
    Shape[] images = {Shape.of(99, 4), DIGIT.with(2, 4)};
    return Inferred.of(Mentions.of(layer, all.toArray()), images[layer.equals("Conv1D") ? 0 : 1])
        .describe();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Conv2D | 784 | conv2D moves over [rows, columns, channels], but a is [784]",
        "Conv1D | 100 | conv1D moves over [positions, channels], but a is [100]",
        "Conv3D | 100 | conv3D moves over [planes, rows, columns, channels], but a is [100]"
      })
  void needsAnImage(String layer, int elements, String said) {
    Mention mention = Mentions.of(layer, "filters", 1, "kernelSize", list(3));

    assertThat(Inferred.of(mention, Shape.of(elements)).toString())
        .startsWith("[NotAnImage] " + said);
  }

  @Test
  void saysHowAnImageGetsItsChannels() {
    Mention layer = Mentions.of("Conv2D", "filters", 1, "kernelSize", list(3));

    assertThat(Inferred.of(layer, Shape.of(28, 28)).toString())
        .contains("shape = {28, 28, 1} in an @Input, or @Reshape(targetShape = {28, 28, 1})");
    assertThat(Inferred.of(layer, Shape.of(784)).toString())
        .contains("@Reshape(targetShape = {28, 28, 1})");
    assertThat(Inferred.of(layer, Shape.of(3072)).toString())
        .contains("@Reshape(targetShape = {32, 32, 3})");
    assertThat(Inferred.of(layer, Shape.of(785)).toString())
        .contains("@Reshape(targetShape = {rows, columns, channels})");
    assertThat(Inferred.of(layer, Shape.of(4, 4, 4, 4)).toString())
        .contains("@Reshape(targetShape = {rows, columns, channels})");
  }

  @Test
  @Tag("L3")
  void needsAWindowThatFits() {
    assertThat(said(list(31), "strides", list(1)))
        .isEqualTo(
            "[WindowLargerThanImage] a window of 31 rows does not fit into the 28 of a [28, 28, 1]:"
                + " 28 - 31 + 1 = -2");
    assertThat(said(list(3, 29), "strides", list(2)))
        .isEqualTo(
            "[WindowLargerThanImage] a window of 29 columns does not fit into the 28 of a [28, 28,"
                + " 1]: 28 - 29 + 1 = 0");
    assertThat(said(list(5), "dilationRate", list(7)))
        .isEqualTo(
            "[WindowLargerThanImage] a window of 5 rows that span 29 does not fit into the 28 of a"
                + " [28, 28, 1]: 28 - (5 - 1) · 7 = 0");
  }

  @Test
  void padsWhateverTheWindow() {
    assertThat(said(list(31), "padding", SAME)).isEqualTo("[28, 28, 8]");
    assertThat(said(list(3), "padding", SAME, "dilationRate", list(Integer.MAX_VALUE)))
        .startsWith(
            "[WindowLargerThanImage] a window of 3 rows that span 4294967295 does not fit into");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kernelSize | 3, 3, 3 | [NumbersPerAxis] kernelSize = [3, 3, 3] has 3 numbers, but conv2D"
            + " moves along rows and columns",
        "strides | 1, 2, 3 | [NumbersPerAxis] strides = [1, 2, 3] has 3 numbers, but conv2D moves"
            + " along rows and columns",
        "kernelSize | 0 | [AttributeOutOfRange] kernelSize = 0 is below 1",
        "strides | 2, 0 | [AttributeOutOfRange] strides = [2, 0] holds a number below 1",
        "dilationRate | -1 | [AttributeOutOfRange] dilationRate = -1 is below 1"
      })
  void needsANumberForEachAxis(String attribute, String numbers, String said) {
    List<Integer> stated = new ArrayList<>();
    for (String number : numbers.split(", ")) {
      stated.add(Integer.valueOf(number));
    }

    assertThat(said(list(3), attribute, stated)).isEqualTo(said);
  }

  @Test
  void needsANumberAtAll() {
    assertThat(said(List.of(), "strides", list(1)))
        .isEqualTo(
            "[NumbersPerAxis] kernelSize = [] has 0 numbers, but conv2D moves along rows and"
                + " columns");
    assertThat(said(list(3), "strides", List.of()))
        .isEqualTo(
            "[NumbersPerAxis] strides = [] has 0 numbers, but conv2D moves along rows and columns");
  }

  @Test
  void eitherStridesOrDilates() {
    assertThat(said(list(3), "strides", list(2), "dilationRate", list(1, 2)))
        .isEqualTo("[DilatedStrides] dilationRate = [1, 2] and strides = 2 are both above 1");
  }

  @Test
  void isCausalForSequencesOnly() {
    assertThat(said(list(3), "padding", CAUSAL))
        .isEqualTo("[CausalPadding] padding = CAUSAL is not for conv2D");
  }

  @Test
  void needsGroupsThatDivide() {
    assertThat(
            Inferred.of(
                    Mentions.of("Conv2D", "filters", 32, "kernelSize", list(3), "groups", 3),
                    Shape.of(8, 8, 16))
                .toString())
        .startsWith(
            "[GroupsDoNotDivide] groups = 3 does not divide the 16 channels of a [8, 8, 16]");
    assertThat(
            Inferred.of(
                    Mentions.of("Conv2D", "filters", 6, "kernelSize", list(3), "groups", 4),
                    Shape.of(8, 8, 16))
                .toString())
        .isEqualTo(
            "[GroupsDoNotDivide] groups = 4 does not divide filters = 6%n    state groups that divide both 16 and 6: one of [1, 2]"
                .formatted());
    assertThat(
            Inferred.of(
                    Mentions.of("Conv2D", "filters", 6, "kernelSize", list(3), "groups", 2),
                    Shape.of(8, 8, 1))
                .toString())
        .isEqualTo(
            "[GroupsDoNotDivide] groups = 2 does not divide the one channel of a [8, 8, 1]%n    leave groups at 1: nothing else divides both 1 and 6"
                .formatted());
  }

  @Test
  void namesFewOfCountlessGroups() {
    int many = 2_000_000_000;
    String said =
        Inferred.of(
                Mentions.of("Conv2D", "filters", many, "kernelSize", list(1), "groups", 3),
                Shape.of(1, 1, many))
            .toString();

    assertThat(said).contains("one of [1, 2, 4, 5, 8, ");
    assertThat(said).endsWith(", 1000, 1024]");
  }

  @Test
  @Tag("L17")
  void warnsOfPositionsThatNoWindowTakes() {
    assertThat(said(list(3, 2), "strides", list(3)))
        .isEqualTo(
            "[StrideLargerThanWindow] no window looks at 1 of every 3 columns: strides = 3 with"
                + " kernelSize = [3, 2]");
    assertThat(said(list(1), "strides", list(2))).isEqualTo("[14, 14, 8]");
    assertThat(said(list(3), "strides", list(30)))
        .isEqualTo(
            "[StrideLargerThanWindow] no window looks at 25 of the 28 rows: strides = 30 with"
                + " kernelSize = 3");
    Mention causal =
        Mentions.of(
            "Conv1D", "filters", 2, "kernelSize", list(3), "strides", list(9), "padding", CAUSAL);
    assertThat(Inferred.of(causal, Shape.of(8, 2)).toString())
        .startsWith("[StrideLargerThanWindow] no window looks at 7 of the 8 positions");
  }

  @Test
  void warnsOfStridesAndDilationsThatMoveNothing() {
    assertThat(said(list(28), "strides", list(2)))
        .isEqualTo(
            "[IdleAttribute] strides = 2 moves nothing: one window takes in all rows and columns");
    assertThat(said(list(27), "strides", list(2))).isEqualTo("[1, 1, 8]");
    assertThat(said(list(1), "dilationRate", list(2)))
        .isEqualTo(
            "[IdleAttribute] dilationRate = 2 moves nothing apart: a window takes one position");
  }

  @Test
  void countsItsElements() {
    assertThat(
            Inferred.of(
                    Mentions.of("Conv2D", "filters", 65_536, "kernelSize", list(200)),
                    Shape.of(200, 200, 1))
                .toString())
        .startsWith("[TooManyElements] y.weight [200, 200, 1, 65536] has 2,621,440,000 elements");
    assertThat(
            Inferred.of(
                    Mentions.of("Conv2D", "filters", 65_536, "kernelSize", list(1)),
                    Shape.of(200, 200, 1))
                .toString())
        .startsWith("[TooManyElements] y [200, 200, 65536] has 2,621,440,000 elements");
  }

  @Test
  void tellsEachOfSeveralMistakes() {
    Mention layer =
        Mentions.of(
            "Conv2D", "filters", 0, "kernelSize", list(0), "groups", 0, "strides", list(1, 2, 3));

    String said = Inferred.of(layer, DIGIT).toString();

    assertThat(said).contains("filters = 0 is below 1");
    assertThat(said).contains("kernelSize = 0 is below 1");
    assertThat(said).contains("groups = 0 is below 1");
    assertThat(said).contains("strides = [1, 2, 3] has 3 numbers");
  }

  @Test
  void warnsOfAnInitializerForABiasThatItLacks() {
    assertThat(said(list(3), "useBias", false, "biasInitializer", Mentions.initialize("ONES")))
        .isEqualTo("[IdleAttribute] a layer without bias does not use biasInitializer");
  }

  /** The first line of what is said of eight filters over a digit, or the shape. */
  private static String said(List<Integer> size, Object... stated) {
    List<Object> all = new ArrayList<>(List.of("filters", 8, "kernelSize", size));
    all.addAll(List.of(stated));
    return Inferred.of(Mentions.of("Conv2D", all.toArray()), DIGIT)
        .toString()
        .lines()
        .findFirst()
        .orElseThrow();
  }
}
