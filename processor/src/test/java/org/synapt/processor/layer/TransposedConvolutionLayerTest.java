package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.synapt.processor.layer.Mentions.constant;
import static org.synapt.processor.layer.Mentions.list;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.shape.Shape;
import org.synapt.processor.shape.Window;

@Tag("L2")
final class TransposedConvolutionLayerTest {

  /**
   * Shapes from Keras's own tests: {@code conv_transpose_test.py}, {@code
   * test_conv1d_transpose_basic}, {@code test_conv2d_transpose_basic} and {@code
   * test_conv3d_transpose_basic}, without the batch.
   */
  @Test
  void makesTheShapesThatKerasMakes() {
    assertThat(shape(1, 5, list(2), list(2), "VALID", list(), Shape.of(8, 4)))
        .isEqualTo(Shape.of(16, 5));
    assertThat(shape(1, 6, list(2), list(3), "SAME", list(2), Shape.of(8, 4)))
        .isEqualTo(Shape.of(23, 6));
    assertThat(shape(2, 6, list(2), list(3), "SAME", list(2), Shape.of(8, 8, 4)))
        .isEqualTo(Shape.of(23, 23, 6));
    assertThat(shape(2, 6, list(2, 3), list(2, 1), "VALID", list(), Shape.of(8, 8, 4)))
        .isEqualTo(Shape.of(16, 10, 6));
    assertThat(shape(2, 2, list(7, 7), list(16, 16), "VALID", list(), Shape.of(14, 14, 2)))
        .isEqualTo(Shape.of(224, 224, 2));
    assertThat(shape(3, 6, list(2, 2, 3), list(2, 1, 2), "VALID", list(), Shape.of(8, 8, 8, 4)))
        .isEqualTo(Shape.of(16, 9, 17, 6));
  }

  private static Shape shape(
      int rank,
      int filters,
      List<Integer> size,
      List<Integer> strides,
      String padding,
      List<Integer> outputPadding,
      Shape x) {
    Mention layer =
        Mentions.of(
            "Conv" + rank + "DTranspose",
            "filters",
            filters,
            "kernelSize",
            size,
            "strides",
            strides,
            "padding",
            constant(padding),
            "outputPadding",
            outputPadding);
    return Inferred.of(layer, x).shape().orElseThrow();
  }

  /**
   * The sweep of Keras's {@code test_conv1d_transpose_consistency}: three ones, weights 1, 2, …,
   * and its definition: every window is written where it begins, and of what that gives, as many
   * positions are kept as {@code compute_conv_transpose_output_shape} says, from where {@code
   * compute_conv_transpose_padding_args_for_jax} says.
   */
  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4", "5"})
  void writesWindowsWhereKerasDoes(int size) {
    for (int stride = 1; stride <= 4; stride++) {
      for (int outputPadding = -1; outputPadding < stride; outputPadding++) {
        for (String padding : List.of("VALID", "SAME")) {
          check(size, stride, padding, outputPadding);
        }
      }
    }
  }

  private static void check(int size, int stride, String padding, int outputPadding) {
    double[] weight = IntStream.rangeClosed(1, size).mapToDouble(i -> i).toArray();
    Mention layer =
        Mentions.of(
            "Conv1DTranspose",
            "filters",
            1,
            "kernelSize",
            list(size),
            "strides",
            list(stride),
            "padding",
            constant(padding),
            "outputPadding",
            outputPadding < 0 ? list() : list(outputPadding));

    double[] y =
        Inferred.of(layer, Shape.of(3, 1))
            .compute(Map.of("weight", weight, "bias", new double[] {0}), new double[] {1, 1, 1});

    assertWithMessage("%s by %s, %s, %s", size, stride, padding, outputPadding)
        .that(y)
        .usingTolerance(0)
        .containsExactly(literally(weight, stride, padding.equals("SAME"), outputPadding))
        .inOrder();
  }

  /** By definition; no output padding is -1. */
  private static double[] literally(double[] weight, int stride, boolean same, int outputPadding) {
    int size = weight.length;
    double[] whole = new double[100];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < size; j++) {
        whole[i * stride + j] += weight[j];
      }
    }
    if (!same) {
      int more = outputPadding < 0 ? Math.max(size, stride) - size : outputPadding;
      return Arrays.copyOf(whole, 2 * stride + size + more);
    }
    int extent = outputPadding < 0 ? 3 * stride : 2 * stride + size % 2 + outputPadding;
    int padded = outputPadding < 0 ? stride + size - 2 : size + size % 2 - 2 + outputPadding;
    int left = Math.min(padded / 2 + padded % 2, size - 1);
    return Arrays.copyOfRange(whole, size - 1 - left, size - 1 - left + extent);
  }

  /** So that its gradient has the shape of what it is the gradient of. */
  @Test
  void hasAWindowForEachPosition() {
    for (int n = 1; n <= 5; n++) {
      for (int size = 1; size <= 6; size++) {
        for (int dilation = 1; dilation <= 3; dilation++) {
          for (int stride = 1; stride <= (dilation > 1 ? 1 : 4); stride++) {
            for (int outputPadding = -1; outputPadding < stride; outputPadding++) {
              checkCount(n, size, stride, dilation, outputPadding);
            }
          }
        }
      }
    }
  }

  private static void checkCount(int n, int size, int stride, int dilation, int outputPadding) {
    for (String padding : List.of("VALID", "SAME")) {
      Mention layer =
          Mentions.of(
              "Conv1DTranspose",
              "filters",
              1,
              "kernelSize",
              list(size),
              "strides",
              list(stride),
              "dilationRate",
              list(dilation),
              "padding",
              constant(padding),
              "outputPadding",
              outputPadding < 0 ? list() : list(outputPadding));
      TransposedWindow window =
          new TransposedWindow(new MovingWindow(layer, "kernelSize", ImageKind.SEQUENCE));
      Window axis = window.over(Shape.of(n, 1)).axes().get(0);
      if (axis.extent() > 0) {
        assertWithMessage("%s, %s", axis, padding).that(axis.count()).isEqualTo(n);
      }
    }
  }

  /** An image half as large, and back: strides of 2 twice the size, as a decoder wants it. */
  @Test
  void leadsBackToWhatAConvolutionTook() {
    for (int extent : new int[] {4, 8, 28}) {
      for (int size : new int[] {2, 3, 4, 5}) {
        assertThat(
                shape(
                    2, 1, list(size), list(2), "SAME", list(), Shape.of(extent / 2, extent / 2, 1)))
            .isEqualTo(Shape.of(extent, extent, 1));
      }
    }
  }

  @Test
  void isTheGradientOfAConvolution() {
    Mention layer =
        Mentions.of(
            "Conv2DTranspose",
            "filters",
            16,
            "kernelSize",
            list(3),
            "strides",
            list(2),
            "padding",
            constant("SAME"),
            "activation",
            constant("RELU"));

    assertThat(Inferred.of(layer, Shape.of(7, 7, 4)).lowered())
        .isEqualTo(
            """
            product [b, 14, 14, 16] = convolutionDataGradient<[3 of 14 by 2 padded 0+1, 3 of 14 by 2\
             padded 0+1]>(a, weight)
            sum [b, 14, 14, 16] = x + b(product, bias)
            relu [b, 14, 14, 16] = relu(x)(sum)
            """);
    assertThat(Inferred.of(layer, Shape.of(7, 7, 4)).parameters())
        .containsExactly(
            ParameterSpec.weight(
                "weight", Shape.of(3, 3, 16, 4), InitializerSpec.of("glorotUniform")),
            ParameterSpec.parameter("bias", Shape.of(16), InitializerSpec.of("zeros")))
        .inOrder();
    assertThat(Inferred.of(layer, Shape.of(7, 7, 4)).describe())
        .isEqualTo("conv2DTranspose(16, 3x3 by 2, same), relu");
  }

  @Test
  void isAProductOfMatricesWhereAWindowIsAPosition() {
    Mention layer =
        Mentions.of("Conv2DTranspose", "filters", 8, "kernelSize", list(1), "useBias", false);

    assertThat(Inferred.of(layer, Shape.of(7, 7, 4)).lowered())
        .isEqualTo(
            """
            matrix [8, 4] = reshape<[8, 4]>(weight)
            product [b, 7, 7, 8] = multTransB(a, matrix)
            """);
  }

  @Test
  void needsAnOutputPaddingBelowTheStrides() {
    assertThat(said("strides", list(2), "outputPadding", list(2)))
        .isEqualTo("[AttributeOutOfRange] outputPadding = 2 is not below strides = 2");
    assertThat(said("strides", list(3, 1), "outputPadding", list(1)))
        .isEqualTo("[AttributeOutOfRange] outputPadding = 1 is not below strides = [3, 1]");
    assertThat(said("outputPadding", list(-1)))
        .isEqualTo("[AttributeOutOfRange] outputPadding = -1 is below 0");
    assertThat(said("outputPadding", list(0, 0, 0)))
        .isEqualTo(
            "[NumbersPerAxis] outputPadding = [0, 0, 0] has 3 numbers, but conv2DTranspose moves"
                + " along rows and columns");
  }

  @Test
  void needsAResultWithPositions() {
    Mention layer =
        Mentions.of(
            "Conv2DTranspose",
            "filters",
            1,
            "kernelSize",
            list(4),
            "strides",
            list(2),
            "padding",
            constant("SAME"),
            "outputPadding",
            list(0));

    assertThat(Inferred.of(layer, Shape.of(1, 1, 3)).toString())
        .startsWith(
            "[AttributeOutOfRange] outputPadding = 0 leaves y without rows: (1 - 1) · 2 + 4 mod 2 +"
                + " 0 = 0");
  }

  @Test
  void needsAnImageAndAKnownPadding() {
    assertThat(
            Inferred.of(
                    Mentions.of("Conv2DTranspose", "filters", 1, "kernelSize", list(2)),
                    Shape.of(64))
                .toString())
        .startsWith(
            "[NotAnImage] conv2DTranspose moves over [rows, columns, channels], but a is [64]");
    assertThat(said("padding", constant("CAUSAL")))
        .isEqualTo("[CausalPadding] padding = CAUSAL is not for conv2DTranspose");
    assertThat(said("strides", list(2), "dilationRate", list(2)))
        .isEqualTo("[DilatedStrides] dilationRate = 2 and strides = 2 are both above 1");
  }

  @Test
  void warnsOfPositionsThatNoWindowWrites() {
    assertThat(said("strides", list(2, 5)))
        .isEqualTo(
            "[StrideLargerThanWindow] no window writes 2 of every 5 columns of y: strides = [2, 5]"
                + " with kernelSize = 3");
  }

  @Test
  void countsItsPositions() {
    assertThat(said("strides", list(1_000_000_000)))
        .isEqualTo("[TooManyElements] an axis of y has 7,000,000,000 elements");
    assertThat(said("dilationRate", list(2_000_000_000), "padding", constant("SAME")))
        .isEqualTo("[TooManyElements] an axis of y has 4,000,000,001 elements");
  }

  /** The first line of what is said of eight filters over seven times seven positions. */
  private static String said(Object... stated) {
    List<Object> all = new ArrayList<>(List.of("filters", 8, "kernelSize", list(3)));
    all.addAll(List.of(stated));
    return Inferred.of(Mentions.of("Conv2DTranspose", all.toArray()), Shape.of(7, 7, 4))
        .toString()
        .lines()
        .findFirst()
        .orElseThrow();
  }
}
