package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;
import static org.synapt.processor.layer.Mentions.list;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synapt.processor.shape.Shape;

final class DotLayerTest {

  @Test
  void ofTwoVectorsIsOneNumber() {
    Inferred dot = dot(list(-1), Shape.of(3), Shape.of(3));

    assertThat(dot.toString()).isEqualTo("[1]");
    assertThat(dot.compute(new double[] {1, 2, 3}, new double[] {4, 5, 6}))
        .usingTolerance(0)
        .containsExactly(32);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 1", "0, 2", "1, 0", "1, 1", "1, 2", "2, 0", "2, 1", "2, 2"})
  void sumsAlongAnyTwoAxes(int first, int second) {
    Shape a = Shape.of(2, 3, 4).with(first, 5);
    Shape b = Shape.of(3, 2, 2).with(second, 5);
    double[] x = IntStream.range(0, (int) a.size()).mapToDouble(i -> i % 7 - 3).toArray();
    double[] z = IntStream.range(0, (int) b.size()).mapToDouble(i -> i % 5 - 1).toArray();

    assertThat(dot(list(first, second), a, b).compute(x, z))
        .usingTolerance(1e-12)
        .containsExactly(literally(x, a, first, z, b, second))
        .inOrder();
  }

  /** By definition: the other axes of a, then the other axes of b. */
  private static double[] literally(
      double[] a, Shape aShape, int first, double[] b, Shape bShape, int second) {
    int aInner = (int) aShape.product(first + 1, 3);
    int bInner = (int) bShape.product(second + 1, 3);
    int rows = a.length / 5;
    int columns = b.length / 5;
    double[] y = new double[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        for (int k = 0; k < 5; k++) {
          y[i * columns + j] +=
              a[(i / aInner * 5 + k) * aInner + i % aInner]
                  * b[(j / bInner * 5 + k) * bInner + j % bInner];
        }
      }
    }
    return y;
  }

  @Test
  void takesAVectorWithAMatrix() {
    assertThat(dot(list(0, 1), Shape.of(2), Shape.of(3, 2)).toString()).isEqualTo("[3]");
    assertThat(
            dot(list(0, 1), Shape.of(2), Shape.of(3, 2))
                .compute(new double[] {1, 10}, new double[] {1, 2, 3, 4, 5, 6}))
        .usingTolerance(0)
        .containsExactly(21, 43, 65)
        .inOrder();
    assertThat(
            dot(list(0, 0), Shape.of(2, 2), Shape.of(2))
                .compute(new double[] {1, 2, 3, 4}, new double[] {1, 10}))
        .usingTolerance(0)
        .containsExactly(31, 42)
        .inOrder();
  }

  @Test
  void isTheCosineOfNormalizedVectors() {
    Inferred cosine = Inferred.of(Mentions.of("Dot", "normalize", true), Shape.of(2), Shape.of(2));

    assertThat(cosine.compute(new double[] {3, 4}, new double[] {5, 0}))
        .usingTolerance(1e-12)
        .containsExactly(0.6);
    assertThat(cosine.compute(new double[] {0, 0}, new double[] {5, 0}))
        .usingTolerance(0)
        .containsExactly(0);
  }

  @Test
  void wantsTheSameExtentAlongBothAxes() {
    assertThat(dot(list(-1), Shape.of(3), Shape.of(2, 4)).toString())
        .startsWith("[DotShape] axis 0 of a [3] has 3 elements, but axis 1 of b [2, 4] has 4");
  }

  @Test
  void wantsOneAxisOfEach() {
    assertThat(dot(list(0, 1, 2), Shape.of(3), Shape.of(3)).toString())
        .startsWith("[DotShape] axes = [0, 1, 2] names 3 axes");
  }

  @Test
  void wantsAxesThatAreThere() {
    assertThat(dot(list(1), Shape.of(3), Shape.of(3)).toString())
        .startsWith("[AxisBeyondRank] axes = 1 would be the last axis of a [3]");
  }

  private static Inferred dot(Object axes, Shape a, Shape b) {
    return Inferred.of(Mentions.of("Dot", "axes", axes), a, b);
  }
}
