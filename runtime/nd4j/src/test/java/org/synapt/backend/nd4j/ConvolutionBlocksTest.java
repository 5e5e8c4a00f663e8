package org.synapt.backend.nd4j;

import static org.synapt.backend.nd4j.Agreement.agree;
import static org.synapt.backend.nd4j.Agreement.buffer;
import static org.synapt.backend.nd4j.Agreement.heap;
import static org.synapt.backend.nd4j.Agreement.normal;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Convolution;
import org.synapt.kernel.Windows;

/** Blocks smaller than an image, than a line of it, and that end anywhere. */
final class ConvolutionBlocksTest {
  private static final List<Windows> WINDOWS =
      List.of(
          Windows.over(23).sized(4).strides(3).padding(2, 1),
          Windows.over(9, 8).sized(3, 2).dilated(2, 3).padding(3, 0, 0, 2),
          Windows.over(8, 9).sized(3, 3).strides(2, 2).padding(0, 1, 1, 1),
          Windows.over(8, 6).sized(2, 2).strides(2, 2),
          Windows.over(6, 7),
          Windows.over(5, 7).strides(2, 3),
          Windows.over(5, 4, 6)
              .sized(3, 2, 2)
              .dilated(1, 2, 3)
              .strides(2, 1, 1)
              .padding(1, 1, 0, 1, 2, 0));

  private final Engine engine = Agreement.engine(/* here= */ false, 1);
  private final Convolution java = engine.java().kernel(Convolution.class).orElseThrow();

  private static void forAll(int[][] extents, Consumer<ConvolutionShape> check) {
    for (Windows windows : WINDOWS) {
      for (int[] each : extents) {
        check.accept(new ConvolutionShape(2, windows, each[0], each[1], each[2]));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {60, 700})
  void productsOfPatchesAgreeWithJava(long floats) {
    ConvolutionSteps steps = new ConvolutionSteps(engine, floats);
    forAll(
        new int[][] {{5, 4, 1}, {4, 6, 2}},
        it -> check(it, steps::forward, steps::dataGradient, steps::weightGradient));
  }

  @ParameterizedTest
  @ValueSource(longs = {60, 700})
  void channelsByThemselvesAgreeWithJava(long floats) {
    ChannelSteps steps = new ChannelSteps(engine, floats);
    forAll(
        new int[][] {{5, 5, 5}, {3, 9, 3}},
        it -> check(it, steps::forward, steps::dataGradient, steps::weightGradient));
  }

  /** Prepares one of the three products. */
  private interface Pass {
    PreparedSteps prepare(
        ConvolutionShape it, Nd4jBuffer a, Nd4jBuffer b, Nd4jBuffer c, boolean add);
  }

  private void check(ConvolutionShape it, Pass forward, Pass data, Pass weight) {
    float[] x = normal(it.batch() * it.image(), 1);
    float[] w = normal(it.weights(), 2);
    float[] y = normal(it.batch() * it.result(), 3);
    check(it, "y", forward, x, w, y, java::forward, java::forwardAdd);
    check(it, "dx", data, y, w, x, java::dataGradient, java::dataGradientAdd);
    check(it, "dweight", weight, x, y, w, java::weightGradient, java::weightGradientAdd);
  }

  /** One of the three products by Java. */
  private interface Form {
    void run(
        int batch,
        Windows windows,
        int channels,
        int filters,
        int groups,
        Buffer a,
        Buffer b,
        Buffer c);
  }

  private void check(
      ConvolutionShape it,
      String name,
      Pass pass,
      float[] a,
      float[] b,
      float[] before,
      Form written,
      Form added) {
    for (boolean add : new boolean[] {false, true}) {
      Buffer expected = heap(before);
      Form form = add ? added : written;
      form.run(
          it.batch(),
          it.windows(),
          it.channels(),
          it.filters(),
          it.groups(),
          heap(a),
          heap(b),
          expected);
      Nd4jBuffer actual = buffer(engine, before);
      PreparedSteps steps = pass.prepare(it, buffer(engine, a), buffer(engine, b), actual, add);
      steps.run();
      agree(name + " of " + it, expected, actual, 200);
      steps.close();
    }
  }
}
