package org.synapt.backend.java;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.synapt.buffer.Buffer;

/** Floats in tiles, seen as one buffer. */
final class MomentsTest {
  private static final int FLOATS = 2 * Moments.TILE + 3;

  @Test
  void areZeroAtFirst() {
    assertThat(floats(Moments.of(FLOATS))).isEqualTo(new float[FLOATS]);
    assertThat(Moments.of(0).length()).isEqualTo(0);
  }

  /** As a training is saved and loaded: by copies of any stretch. */
  @Test
  void copyAnyStretchAsAnArrayDoes() {
    Random random = new Random(3);
    Buffer moments = Moments.of(FLOATS);
    Buffer array = new ArrayBuffer(new float[FLOATS], 0, FLOATS);
    for (int i = 0; i < 200; i++) {
      int at = random.nextInt(FLOATS);
      int count = random.nextInt(FLOATS - at + 1);
      float[] floats = random(count + 2, random);
      moments.put(at, floats, 2, count);
      array.put(at, floats, 2, count);
      assertThat(floats(moments)).isEqualTo(floats(array));
      assertThat(floats(moments.slice(at, count))).isEqualTo(floats(array.slice(at, count)));
    }
  }

  @Test
  void shareTheirFloatsWithTheirSlices() {
    Buffer moments = Moments.of(FLOATS);
    Buffer slice = moments.slice(7, FLOATS - 7).slice(Moments.TILE, 2);
    slice.put(0, new float[] {1, 2}, 0, 2);
    assertThat(floats(moments)[Moments.TILE + 8]).isEqualTo(2);
    moments.put(Moments.TILE + 7, new float[] {3}, 0, 1);
    assertThat(floats(slice)).isEqualTo(new float[] {3, 2});
  }

  @Test
  void refuseWhatDoesNotLieWithinThemAndWriteNothing() {
    Buffer moments = Moments.of(FLOATS);
    float[] ones = {1, 1, 1};
    assertThrows(IndexOutOfBoundsException.class, () -> moments.put(FLOATS - 2, ones, 0, 3));
    assertThrows(IndexOutOfBoundsException.class, () -> moments.put(FLOATS - 9, ones, 1, 3));
    assertThrows(IndexOutOfBoundsException.class, () -> moments.put(-1, ones, 0, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> moments.get(FLOATS, ones, 0, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> moments.slice(1, FLOATS));
    assertThat(floats(moments)).isEqualTo(new float[FLOATS]);
  }

  private static float[] random(int count, Random random) {
    float[] floats = new float[count];
    for (int i = 0; i < count; i++) {
      floats[i] = (float) random.nextGaussian();
    }
    return floats;
  }

  private static float[] floats(Buffer buffer) {
    float[] floats = new float[buffer.length()];
    buffer.get(0, floats, 0, floats.length);
    return floats;
  }
}
