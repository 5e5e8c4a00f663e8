package org.synapt.backend.nd4j;

import static com.google.common.truth.Truth.assertThat;
import static org.synapt.backend.nd4j.Agreement.agree;
import static org.synapt.backend.nd4j.Agreement.buffer;
import static org.synapt.backend.nd4j.Agreement.floats;
import static org.synapt.backend.nd4j.Agreement.heap;
import static org.synapt.backend.nd4j.Agreement.normal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Convolution;
import org.synapt.kernel.Windows;

final class Nd4jConvolutionTest {
  private static final Windows SAME = Windows.over(9, 8).sized(3, 3).padding(1, 1, 1, 1);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsAndWritesWhatItsBuffersBorrow(boolean here) {
    Engine engine = Agreement.engine(here, 1);
    Convolution kernel = new Nd4jConvolution(engine);
    Nd4jBuffer x = buffer(engine, normal(2 * 72 * 4, 1));
    Nd4jBuffer weight = buffer(engine, normal(9 * 4 * 5, 2));
    Nd4jBuffer y = engine.allocate(2 * 72 * 5);
    kernel.forward(2, SAME, 4, 5, 1, x, weight, y);
    float[] own = floats(y);
    Nd4jBuffer otherX = buffer(engine, normal(2 * 72 * 4, 3));
    Nd4jBuffer otherY = engine.allocate(2 * 72 * 5);

    assertThat(x.borrow(otherX)).isTrue();
    assertThat(y.borrow(otherY)).isTrue();
    kernel.forward(2, SAME, 4, 5, 1, x, weight, y);
    x.giveBack();
    y.giveBack();

    assertThat(floats(y)).isEqualTo(own);
    Nd4jBuffer expected = engine.allocate(2 * 72 * 5);
    kernel.forward(2, SAME, 4, 5, 1, otherX, weight, expected);
    assertThat(floats(otherY)).isEqualTo(floats(expected));
    kernel.forward(2, SAME, 4, 5, 1, x, weight, y);
    assertThat(floats(y)).isEqualTo(own);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void givesTheSameBitsAgainWhateverWasComputedBetween(boolean here) {
    Engine engine = Agreement.engine(here, 2);
    Convolution kernel = new Nd4jConvolution(engine);
    Nd4jBuffer x = buffer(engine, normal(40 * 72 * 4, 1));
    Nd4jBuffer y = buffer(engine, normal(40 * 72 * 5, 2));
    Nd4jBuffer first = engine.allocate(9 * 4 * 5);
    Nd4jBuffer again = engine.allocate(9 * 4 * 5);

    kernel.weightGradient(40, SAME, 4, 5, 1, x, y, first);
    float[] bits = floats(first);
    for (int batch = 1; batch < 40; batch += 7) {
      kernel.weightGradient(batch, SAME, 4, 5, 1, x, y, again);
    }
    kernel.weightGradient(40, SAME, 4, 5, 1, x, y, first);

    assertThat(floats(first)).isEqualTo(bits);
    assertThat(floats(again)).isNotEqualTo(bits);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16})
  void sumsThinGroupsOverManyBlocks(int groups) {
    Windows windows = Windows.over(28, 28).sized(3, 3).strides(2, 2).padding(0, 1, 0, 1);
    float[] x = normal(25 * 784 * 16, 1);
    float[] y = normal(25 * 196 * 16, 2);
    float[] weight = normal(9 * 16 / groups * 16, 3);
    Engine engine = Agreement.engine(true, 2);
    Convolution kernel = new Nd4jConvolution(engine);
    Convolution java = engine.java().kernel(Convolution.class).orElseThrow();

    Nd4jBuffer sum = buffer(engine, weight);
    kernel.weightGradientAdd(
        25, windows, 16, 16, groups, buffer(engine, x), buffer(engine, y), sum);
    Nd4jBuffer result = buffer(engine, y);
    kernel.forwardAdd(
        25, windows, 16, 16, groups, buffer(engine, x), buffer(engine, weight), result);

    Buffer expectedSum = heap(weight);
    java.weightGradientAdd(25, windows, 16, 16, groups, heap(x), heap(y), expectedSum);
    agree("dweight", expectedSum, sum, 25 * 196);
    Buffer expected = heap(y);
    java.forwardAdd(25, windows, 16, 16, groups, heap(x), heap(weight), expected);
    agree("y", expected, result, 100);
  }

  @Test
  void threadsDoNotChangeThinGroups() {
    float[] x = normal(25 * 784 * 16, 1);
    float[] y = normal(25 * 784 * 16, 2);
    Windows windows = Windows.over(28, 28).sized(3, 3).padding(1, 1, 1, 1);
    float[][] sums = new float[2][];
    for (int threads = 1; threads <= 2; threads++) {
      Engine engine = Agreement.engine(true, threads);
      Nd4jBuffer sum = engine.allocate(9 * 16);
      new Nd4jConvolution(engine)
          .weightGradient(25, windows, 16, 16, 16, buffer(engine, x), buffer(engine, y), sum);
      sums[threads - 1] = floats(sum);
    }

    assertThat(sums[1]).isEqualTo(sums[0]);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void sumsOfNothingAreZero(boolean here) {
    Engine engine = Agreement.engine(here, 1);
    Convolution kernel = new Nd4jConvolution(engine);
    for (int groups : new int[] {1, 4}) {
      Nd4jBuffer sum = buffer(engine, normal(9 * 4 / groups * 4, 1));
      Nd4jBuffer none = engine.allocate(0);

      kernel.weightGradientAdd(0, SAME, 4, 4, groups, none, none, sum);
      assertThat(floats(sum)).isEqualTo(normal(9 * 4 / groups * 4, 1));
      kernel.weightGradient(0, SAME, 4, 4, groups, none, none, sum);
      assertThat(floats(sum)).isEqualTo(new float[9 * 4 / groups * 4]);
    }
  }
}
