package org.synapt.data;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.synapt.buffer.CountedBuffer;

/** Columns whose floats lie in memory of others: all is as with an array. */
final class ColumnOfBufferTest {
  private static final int COUNT = 3_000;
  private static final int WIDTH = 6;

  private final float[] floats = floats();
  private final CountedBuffer buffer = new CountedBuffer(floats);
  private final Column array = Column.of("x", WIDTH, floats);
  private final Column column = Column.of("x", WIDTH, buffer);

  private static float[] floats() {
    float[] floats = new float[COUNT * WIDTH];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (i * 7 % 101) / 8f;
    }
    return floats;
  }

  private static void assertSame(Column found, Column expected) {
    assertThat(found.toString()).isEqualTo(expected.toString());
    assertThat(found.toArray()).isEqualTo(expected.toArray());
  }

  @Test
  void isReadWhenExamplesAreAskedFor() {
    assertThat(column.named("y").slice(1, 5).channels(2).toString()).isEqualTo("y [12, 2]");
    assertThat(buffer.copied()).isEqualTo(0);
    assertThat(column.value(2, 3)).isEqualTo(floats[15]);
    assertThat(buffer.copied()).isEqualTo(1);
    buffer.put(15, new float[] {-1}, 0, 1);
    assertThat(column.value(2, 3)).isEqualTo(-1f);
    assertThat(assertThrows(IllegalArgumentException.class, () -> Column.of("x", 7, buffer)))
        .hasMessageThat()
        .isEqualTo("x has 18,000 floats, which is not a multiple of the 7 of one example");
  }

  @Test
  void hasTheSameExamples() {
    assertSame(column, array);
    assertSame(column.slice(10, 17), array.slice(10, 17));
    assertSame(column.slice(10, 17).features(2, 5), array.slice(10, 17).features(2, 5));
    assertSame(column.slice(10, 17).channels(3), array.slice(10, 17).channels(3));
    assertSame(
        column.append(row -> row[0] - row[1], row -> row[5]),
        array.append(row -> row[0] - row[1], row -> row[5]));
    assertSame(Column.hstack("both", column, array), Column.hstack("both", array, array));
    assertThrows(IndexOutOfBoundsException.class, () -> column.slice(10, COUNT + 1));
    assertThrows(IndexOutOfBoundsException.class, () -> column.value(COUNT, 0));
  }

  @Test
  void gathersRowsThatFollowOneAnotherTogether() {
    int[] rows = {5, 6, 7, 3, 2, 9, 9, 10, 0};
    float[] found = new float[100];
    float[] expected = new float[100];
    column.slice(1, COUNT).gather(rows, 1, 9, found, 4);
    array.slice(1, COUNT).gather(rows, 1, 9, expected, 4);
    assertThat(found).isEqualTo(expected);
    assertThat(buffer.copied()).isEqualTo(8 * WIDTH);
    assertThrows(
        IndexOutOfBoundsException.class, () -> column.gather(new int[] {0, COUNT}, 0, 2, found, 0));
  }

  @Test
  void isScaledAlike() {
    for (Column one : Arrays.asList(column, column.slice(100, 2_000))) {
      Column other = one == column ? array : array.slice(100, 2_000);
      assertSame(Scaler.standard(one).transform(one), Scaler.standard(other).transform(other));
      assertSame(
          Scaler.minMax(one, -1, 1).transform(one), Scaler.minMax(other, -1, 1).transform(other));
    }
  }

  @Test
  void isSplitAndEncodedAlike() {
    float[] labels = new float[COUNT];
    for (int i = 0; i < COUNT; i++) {
      labels[i] = i % 7 == 0 ? 1 : 0;
    }
    Column labelArray = Column.of("y", 1, labels);
    Column labelBuffer = Column.of("y", 1, new CountedBuffer(labels));
    assertSame(OneHot.encode(2, labelBuffer), OneHot.encode(2, labelArray));
    Examples there = Examples.of(column, labelBuffer);
    Examples here = Examples.of(array, labelArray);
    TrainTestSplit one = StratifiedSplit.of(0.25).split(there);
    TrainTestSplit other = StratifiedSplit.of(0.25).split(here);
    assertSame(one.train().input("x"), other.train().input("x"));
    assertSame(one.test().target("y"), other.test().target("y"));
    assertSame(there.shuffled(7).input("x"), here.shuffled(7).input("x"));
    assertSame(there.split(0.1).test().input("x"), here.split(0.1).test().input("x"));
    assertSame(
        Examples.concatenate(there, there).input("x"), Examples.concatenate(here, here).input("x"));
    assertSame(
        KFold.of(4).split(there).get(2).train().input("x"),
        KFold.of(4).split(here).get(2).train().input("x"));
  }

  @Test
  void comesFromADatasetAlike() {
    Examples there = Examples.of(column, column.named("y"));
    Examples here = Examples.of(array, array.named("y"));
    assertSame(drawn(there), drawn(here));
  }

  private static Column drawn(Examples examples) {
    float[][] x = {new float[COUNT * WIDTH]};
    float[][] y = {new float[COUNT * WIDTH]};
    try (DatasetCursor cursor = Dataset.of(examples).shuffle(50, 7).prefetch(2).open(0)) {
      cursor.begin(0);
      assertThat(cursor.fill(COUNT, x, y, new float[0][])).isEqualTo(COUNT);
    }
    return Column.of("x", WIDTH, x[0]);
  }

  @Test
  void saysWhereANumberIsNotFinite() {
    buffer.put(2_900 * WIDTH + 3, new float[] {Float.NaN}, 0, 1);
    String said = "x of example 2800 is NaN at 3; leave the example out, or put a finite number";
    Column part = column.slice(100, COUNT);
    assertThat(assertThrows(IllegalArgumentException.class, () -> Scaler.standard(part)))
        .hasMessageThat()
        .startsWith(said);
    Examples examples = Examples.of(part, part.named("y"));
    assertThat(assertThrows(DatasetException.class, () -> drawn(examples)))
        .hasMessageThat()
        .contains(" of the pass, counted from 0, is NaN at 3; leave the example out");
  }
}
