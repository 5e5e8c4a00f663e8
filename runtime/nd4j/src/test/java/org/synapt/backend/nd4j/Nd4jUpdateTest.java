package org.synapt.backend.nd4j;

import static com.google.common.truth.Truth.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.backend.Backend;
import org.synapt.backend.java.ArrayBuffer;
import org.synapt.backend.java.JavaBackend;
import org.synapt.backend.java.Moments;
import org.synapt.backend.java.Workers;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Update;

/** Rules over ND4J's memory give the bits that they give over arrays, wherever it lies. */
final class Nd4jUpdateTest {
  private static final int FLOATS = 5_003;

  /** g = 2 g, m = m / 2 + g, p = p − m. */
  private record Momentum(boolean writesGradients) implements Update.Rule {
    @Override
    public void apply(int from, int to, float[] p, float[] g, float[][] state) {
      for (int i = from; i < to; i++) {
        g[i] *= 2;
        state[0][i] = 0.5f * state[0][i] + g[i];
        p[i] -= state[0][i];
      }
    }
  }

  private static Update update(Backend backend) {
    return backend.kernel(Update.class).orElseThrow();
  }

  private static Buffer filled(Buffer buffer, int seed) {
    float[] floats = new float[buffer.length()];
    Random random = new Random(seed);
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) random.nextGaussian();
    }
    buffer.put(0, floats, 0, floats.length);
    return buffer;
  }

  private static float[] floats(Buffer buffer) {
    float[] floats = new float[buffer.length()];
    buffer.get(0, floats, 0, floats.length);
    return floats;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void givesTheBitsOfArrays(boolean here) {
    try (Backend nd4j = new Nd4jBackend(new Workers(2), here);
        Backend java = new JavaBackend(new Workers(1))) {
      Update onNd4j = update(nd4j);
      Update onArrays = update(java);
      Buffer p = filled(nd4j.allocate(FLOATS), 1);
      Buffer g = filled(nd4j.allocate(FLOATS), 2);
      Buffer[] state = {nd4j.allocateMoments(FLOATS)};
      Buffer pHeap = filled(java.allocate(FLOATS), 1);
      Buffer gHeap = filled(java.allocate(FLOATS), 2);
      Buffer[] stateHeap = {java.allocateMoments(FLOATS)};
      assertThat(state[0]).isInstanceOf(Moments.class);
      int[][] ranges = {{0, FLOATS}, {1_000, 3_000}, {4_999, FLOATS}, {7, 7}, {0, 1}};
      for (int[] range : ranges) {
        Update.Rule rule = new Momentum(true);
        onNd4j.apply(range[0], range[1], rule, p, g, state);
        onArrays.apply(range[0], range[1], rule, pHeap, gHeap, stateHeap);
        assertThat(floats(p)).isEqualTo(floats(pHeap));
        assertThat(floats(g)).isEqualTo(floats(gHeap));
        assertThat(floats(state[0])).isEqualTo(floats(stateHeap[0]));
      }
    }
  }

  /** A smaller one after a larger, other moments than heap's: nothing stays of the one before. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void servesBuffersOfSeveralSizes(boolean here) {
    try (Backend nd4j = new Nd4jBackend(new Workers(1), here)) {
      Update onNd4j = update(nd4j);
      for (int size : new int[] {FLOATS, 3, 2_048}) {
        Buffer p = filled(nd4j.allocate(size + 2).slice(1, size), 1);
        Buffer g = filled(nd4j.allocate(size), 2);
        Buffer[] state = {nd4j.allocate(size)};
        float[] expected = floats(p);
        float[] gradients = floats(g);
        new Momentum(false).apply(0, size, expected, gradients, new float[][] {new float[size]});
        float[] before = floats(g);
        onNd4j.apply(0, size, new Momentum(false), p, g, state);
        assertThat(floats(p)).isEqualTo(expected);
        assertThat(floats(g)).isEqualTo(before);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void sumsSquares(boolean here) {
    try (Backend nd4j = new Nd4jBackend(new Workers(2), here)) {
      Update onNd4j = update(nd4j);
      Buffer x = filled(nd4j.allocate(200_003), 3);
      int[] ends = {2, 2, 100_000, 200_003};
      double[] sums = new double[4];
      onNd4j.squares(ends, x, sums);
      float[] array = floats(x);
      double[] expected = new double[4];
      try (Backend java = new JavaBackend(new Workers(1))) {
        update(java).squares(ends, new ArrayBuffer(array, 0, array.length), expected);
      }
      for (int i = 0; i < ends.length; i++) {
        assertThat(sums[i]).isWithin(1e-12 * expected[i]).of(expected[i]);
      }
      onNd4j.squares(new int[0], x, new double[0]);
    }
  }
}
