package org.synapt.backend.nd4j;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.backend.Backend;
import org.synapt.backend.java.JavaBackend;
import org.synapt.backend.java.Workers;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.OneHot;
import org.synapt.kernel.RandomMask;
import org.synapt.kernel.RandomNormal;
import org.synapt.kernel.Share;

/** What is made in pieces: more of it than a piece has, against Java's own kernels. */
final class DrawnNumbersTest {
  private static final int COUNT = 2 * Nd4jRandomMask.PIECE + 77;

  private static float[] floats(Buffer buffer) {
    float[] floats = new float[buffer.length()];
    buffer.get(0, floats, 0, floats.length);
    return floats;
  }

  /** Masks, their alpha kind, and normal numbers, one behind the other. */
  private static float[] draw(Backend backend) {
    Buffer all = backend.allocate(4 * COUNT);
    RandomMask mask = backend.kernel(RandomMask.class).orElseThrow();
    mask.fill(COUNT, 0.3f, 5, all.slice(0, COUNT));
    mask.fillAlpha(COUNT, 0.2f, 6, all.slice(COUNT, COUNT), all.slice(2 * COUNT, COUNT));
    RandomNormal normal = backend.kernel(RandomNormal.class).orElseThrow();
    normal.fill(COUNT, 1, 2, 7, all.slice(3 * COUNT, COUNT));
    return floats(all);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void areTheSameAsJavas(boolean here) {
    try (Backend java = new JavaBackend(new Workers(1));
        Backend nd4j = new Nd4jBackend(new Workers(2), here)) {
      assertThat(draw(nd4j)).isEqualTo(draw(java));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void encodesMoreClassesThanAPieceHasFloats(boolean here) {
    int n = Nd4jRandomMask.PIECE + 5;
    try (Backend nd4j = new Nd4jBackend(new Workers(1), here)) {
      Buffer x = nd4j.allocate(3);
      Buffer y = nd4j.allocate(3 * n);
      x.put(0, new float[] {n - 1, 0, n}, 0, 3);
      nd4j.kernel(OneHot.class).orElseThrow().encode(3, n, x, y);

      float[] expected = new float[3 * n];
      expected[n - 1] = 1;
      expected[n] = 1;
      assertWithMessage("rows").that(Arrays.equals(floats(y), expected)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void addsLossesInDoublePrecision(boolean here) {
    try (Backend nd4j = new Nd4jBackend(new Workers(1), here)) {
      Buffer losses = nd4j.allocate(3);
      Buffer shares = nd4j.allocate(3);
      losses.put(0, new float[] {1e8f, 1, -1e8f}, 0, 3);
      shares.put(0, new float[] {1, 1, 1}, 0, 3);
      assertThat(nd4j.kernel(Share.class).orElseThrow().total(3, losses, shares)).isEqualTo(1f);
    }
  }
}
