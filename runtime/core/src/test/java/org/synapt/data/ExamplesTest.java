package org.synapt.data;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExamplesTest {

  private static Examples counted(int count) {
    float[] x = new float[count * 2];
    float[] y = new float[count];
    for (int i = 0; i < count; i++) {
      x[2 * i] = i;
      x[2 * i + 1] = -i;
      y[i] = 10 * i;
    }
    return Examples.of(Column.of("x", 2, x), Column.of("y", 1, y));
  }

  @Test
  void slicesWithoutCopying() {
    float[] values = {1, 2, 3, 4, 5, 6};
    Column slice = Column.of("x", 2, values).slice(1, 3).slice(1, 2);
    values[5] = 7;

    assertThat(slice.toArray()).isEqualTo(new float[] {5, 7});
    assertThat(slice.count()).isEqualTo(1);
  }

  @ParameterizedTest
  @Tag("D10")
  @CsvSource({"768, 0.1, 691", "10, 0.25, 7", "10, 0, 10", "1, 0.5, 0"})
  void splitsTheTailAwayAsKerasDoes(int count, double fraction, int train) {
    TrainTestSplit split = counted(count).split(fraction);

    assertThat(split.train().count()).isEqualTo(train);
    assertThat(split.test().count()).isEqualTo(count - train);
    if (train < count) {
      assertThat(split.test().input("x").value(0, 0)).isEqualTo((float) train);
    }
  }

  @Test
  void shufflesAllColumnsAlike() {
    Examples shuffled = counted(100).shuffled(7);

    boolean moved = false;
    boolean[] found = new boolean[100];
    for (int i = 0; i < 100; i++) {
      float x = shuffled.input("x").value(i, 0);
      assertThat(shuffled.target("y").value(i, 0)).isEqualTo(10 * x);
      moved |= x != i;
      found[(int) x] = true;
    }
    assertThat(moved).isTrue();
    assertThat(found).isEqualTo(all(100));
  }

  private static boolean[] all(int count) {
    boolean[] all = new boolean[count];
    Arrays.fill(all, true);
    return all;
  }

  @Test
  void givesTheSameOrderForTheSameSeedOnEveryMachine() {
    Permutation order = Permutation.of(8);
    order.shuffle(7);
    // Written down from JDK 17 on Linux.
    assertThat(order.rows()).isEqualTo(new int[] {7, 4, 6, 1, 2, 5, 0, 3});

    order.shuffle(8);
    order.shuffle(7);
    assertThat(order.rows()).isEqualTo(new int[] {7, 4, 6, 1, 2, 5, 0, 3});
  }

  @Test
  void leadsEveryRowToEveryPlaceEquallyOften() {
    int[][] counts = new int[5][5];
    Permutation order = Permutation.of(5);
    for (int seed = 0; seed < 10_000; seed++) {
      order.shuffle(seed);
      for (int i = 0; i < 5; i++) {
        counts[i][order.rows()[i]]++;
      }
    }

    for (int[] row : counts) {
      for (int count : row) {
        assertThat((double) count).isWithin(200).of(2_000);
      }
    }
  }

  @Test
  void gathersRowsIntoTheCallersArray() {
    float[] target = new float[5];
    counted(4).input("x").gather(new int[] {9, 3, 1}, 1, 3, target, 1);

    assertThat(target).isEqualTo(new float[] {0, 3, -3, 1, -1});
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> counted(4).input("x").gather(new int[] {9, 3, 1}, 0, 3, target, 0));
  }

  @Test
  void refusesColumnsThatDoNotBelongTogether() {
    Column x = Column.of("x", 2, new float[4]);

    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> Examples.of(x, Column.of("y", 1, new float[3]))))
        .hasMessageThat()
        .isEqualTo("x has 2 examples but y has 3");
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> Examples.of(Arrays.asList(x, x), Collections.emptyList())))
        .hasMessageThat()
        .contains("x comes twice");
    assertThrows(
        IllegalArgumentException.class,
        () -> Examples.of(Collections.emptyList(), Collections.emptyList()));
    assertThrows(IllegalArgumentException.class, () -> Column.of("x", 3, new float[4]));
    assertThrows(IllegalArgumentException.class, () -> Column.of("x", 0, new float[4]));
  }

  @Test
  void encodesClassNumbersAsRows() {
    assertThat(OneHot.encode(3, 2, 0)).isEqualTo(new float[] {0, 0, 1, 1, 0, 0});
    assertThrows(IllegalArgumentException.class, () -> OneHot.encode(3, 3));
    assertThrows(IllegalArgumentException.class, () -> OneHot.encode(3, -1));
    Column halves = Column.of("y", 1, new float[] {0.5f});
    assertThrows(IllegalArgumentException.class, () -> OneHot.encode(3, halves));
  }

  @Test
  void scalesEachFeatureToItsRange() {
    Column x = Column.of("x", 3, new float[] {0, 5, 7, 10, 15, 7, 5, 5, 7});
    Scaler scaler = Scaler.minMax(x);

    Column scaled = scaler.transform(x);

    assertThat(scaled.toArray()).isEqualTo(new float[] {0, 0, 0, 1, 1, 0, .5f, 0, 0});
    assertThat(scaler.undo(scaled).toArray()).isEqualTo(x.toArray());
    assertThrows(
        IllegalArgumentException.class, () -> scaler.transform(Column.of("x", 1, new float[] {1})));
  }

  @Test
  void scalesEachFeatureToItsDeviation() {
    // Mean 5, deviation 2: the numbers of the usual textbook example.
    Column x = Column.of("x", 1, new float[] {2, 4, 4, 4, 5, 5, 7, 9});

    assertThat(Scaler.standard(x).transform(x).toArray())
        .isEqualTo(new float[] {-1.5f, -.5f, -.5f, -.5f, 0, 0, 1, 2});
  }
}
