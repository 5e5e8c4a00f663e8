package org.synapt.backend.nd4j;

import static com.google.common.truth.Truth.assertThat;
import static org.synapt.backend.nd4j.Agreement.agree;
import static org.synapt.backend.nd4j.Agreement.buffer;
import static org.synapt.backend.nd4j.Agreement.floats;
import static org.synapt.backend.nd4j.Agreement.heap;
import static org.synapt.backend.nd4j.Agreement.normal;

import org.junit.jupiter.api.Test;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Pooling;
import org.synapt.kernel.Windows;

final class Nd4jPoolingTest {
  private static final Windows HALVES = Windows.over(4).sized(2).strides(2);

  private final Engine engine = Agreement.engine(/* here= */ false, 1);
  private final Pooling pooling = Nd4jPooling.of(engine);

  @Test
  void opsSaveWhatJavaSaves() {
    Windows windows = Windows.over(8, 9).sized(3, 3).strides(2, 2).padding(1, 1, 1, 1);
    int results = 2 * windows.count() * 3;
    float[] x = normal(2 * 72 * 3, 1);
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.round(x[i]);
    }
    Engine there = Agreement.engine(/* here= */ true, 1);
    Nd4jBuffer heapSaved = there.allocate(results);
    Nd4jBuffer saved = engine.allocate(results);

    Nd4jPooling.of(there).max(2, windows, 3, buffer(there, x), heapSaved, there.allocate(results));
    pooling.max(2, windows, 3, buffer(engine, x), saved, engine.allocate(results));

    assertThat(floats(saved)).isEqualTo(floats(heapSaved));
  }

  @Test
  void oneCallServesFiniteFloatsAndOthersInTurn() {
    Nd4jBuffer x = buffer(engine, 1, 2, 4, 3);
    Nd4jBuffer saved = engine.allocate(2);
    Nd4jBuffer y = engine.allocate(2);
    Nd4jBuffer dy = buffer(engine, 5, 6);
    Nd4jBuffer dx = engine.allocate(4);

    pooling.max(1, HALVES, 1, x, saved, y);
    pooling.maxGradient(1, HALVES, 1, dy, saved, dx);
    assertThat(floats(y)).isEqualTo(new float[] {2, 4});
    assertThat(floats(dx)).isEqualTo(new float[] {0, 5, 6, 0});

    x.put(0, new float[] {Float.NaN, 2, 4, Float.POSITIVE_INFINITY}, 0, 4);
    pooling.max(1, HALVES, 1, x, saved, y);
    pooling.maxGradient(1, HALVES, 1, dy, saved, dx);
    assertThat(floats(y)).isEqualTo(new float[] {Float.NaN, Float.POSITIVE_INFINITY});
    assertThat(floats(dx)).isEqualTo(new float[] {5, 0, 0, 6});

    x.put(0, new float[] {1, 0, 3, 3}, 0, 4);
    dy.put(0, new float[] {Float.NEGATIVE_INFINITY, 6}, 0, 2);
    pooling.max(1, HALVES, 1, x, saved, y);
    pooling.maxGradient(1, HALVES, 1, dy, saved, dx);
    assertThat(floats(y)).isEqualTo(new float[] {1, 3});
    assertThat(floats(dx)).isEqualTo(new float[] {Float.NEGATIVE_INFINITY, 0, 6, 0});
  }

  @Test
  void floatsWhoseSumIsTooLargeAreFiniteAllTheSame() {
    float most = Float.MAX_VALUE;
    Nd4jBuffer x = buffer(engine, most, 2, -most, most);
    Nd4jBuffer saved = engine.allocate(2);
    Nd4jBuffer y = engine.allocate(2);

    pooling.max(1, HALVES, 1, x, saved, y);

    assertThat(floats(y)).isEqualTo(new float[] {most, most});
    assertThat(floats(saved)).isEqualTo(new float[] {0, 1});
  }

  @Test
  void agreesWithJavaOverManyBlocks() {
    Windows windows = Windows.over(28, 27).sized(3, 3).padding(1, 0, 1, 1);
    int images = 40 * windows.positions() * 16;
    int results = 40 * windows.count() * 16;
    float[] x = normal(images, 1);
    float[] dy = normal(results, 2);
    Pooling java = engine.java().kernel(Pooling.class).orElseThrow();
    Buffer[] expected = {heap(new float[results]), heap(new float[results]), heap(x), heap(x)};
    java.max(40, windows, 16, heap(x), expected[0], expected[1]);
    java.maxGradient(40, windows, 16, heap(dy), expected[0], expected[2]);
    java.averageGradient(40, windows, 16, heap(dy), expected[3]);

    Nd4jBuffer saved = engine.allocate(results);
    Nd4jBuffer y = engine.allocate(results);
    Nd4jBuffer dx = engine.allocate(images);
    pooling.max(40, windows, 16, buffer(engine, x), saved, y);
    agree("max", expected[1], y, 0);
    pooling.maxGradient(40, windows, 16, buffer(engine, dy), saved, dx);
    agree("gradient of max", expected[2], dx, 9);
    pooling.averageGradient(40, windows, 16, buffer(engine, dy), dx);
    agree("gradient of average", expected[3], dx, 9);
    java.average(40, windows, 16, heap(x), expected[1]);
    pooling.average(40, windows, 16, buffer(engine, x), y);
    agree("average", expected[1], y, 9);
  }
}
