package org.synapt.backend.nd4j;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.backend.java.JavaBackend;
import org.synapt.backend.java.Workers;

final class RoomTest {
  private static Room room(boolean here) {
    Workers workers = new Workers(1);
    return new Room(new Engine(here, workers, new JavaBackend(workers)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void hasOnesAlone(boolean here) {
    Room room = room(here);
    for (int floats : new int[] {1, 207, 13, 1_000}) {
      float[] ones = new float[floats];
      room.ones(floats).get(0, ones, 0, floats);
      float[] expected = new float[floats];
      Arrays.fill(expected, 1f);
      assertThat(ones).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void keepsPlacesApart(boolean here) {
    Room room = room(here);
    Nd4jBuffer second = room.place(1, 2);
    second.put(0, new float[] {1, 2}, 0, 2);
    room.place(0, 2).put(0, new float[] {3, 4}, 0, 2);

    assertThat(room.place(1, 2)).isSameInstanceAs(second);
    float[] floats = new float[2];
    second.get(0, floats, 0, 2);
    assertThat(floats).isEqualTo(new float[] {1, 2});
  }

  /** So what grew with the batch, example by example, is twice as much and not a thousand times. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void doublesWhatIsTooSmall(boolean here) {
    Room room = room(here);
    long all = 0;
    Nd4jBuffer last = room.place(0, 1);
    for (int floats = 1; floats <= 1_000; floats++) {
      Nd4jBuffer now = room.place(0, floats);
      assertThat(now.length()).isAtLeast(floats);
      all += now == last ? 0 : now.length();
      last = now;
    }
    assertThat(all).isAtMost(2L * last.length());
  }
}
