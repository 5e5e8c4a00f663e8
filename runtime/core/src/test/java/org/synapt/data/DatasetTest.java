package org.synapt.data;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("D15")
final class DatasetTest {

  /**
   * Examples whose x is the number and the negative of the next, whose y is ten times the number.
   */
  static Examples counted(int from, int to) {
    float[] x = new float[(to - from) * 2];
    float[] y = new float[to - from];
    for (int i = from; i < to; i++) {
      x[2 * (i - from)] = i;
      x[2 * (i - from) + 1] = -1 - i;
      y[i - from] = 10 * i;
    }
    return Examples.of(Column.of("x", 2, x), Column.of("y", 1, y));
  }

  /** A generator that a user would write: chunks of these sizes. */
  static Dataset chunks(int... sizes) {
    return Dataset.generate(() -> iterator(sizes));
  }

  private static Iterator<Examples> iterator(int... sizes) {
    List<Examples> chunks = new ArrayList<>();
    int at = 0;
    for (int size : sizes) {
      chunks.add(counted(at, at + size));
      at += size;
    }
    return chunks.iterator();
  }

  /** The numbers of an epoch, batch by batch; checks that all columns agree. */
  static List<List<Integer>> batches(DatasetCursor cursor, int size, int most) {
    List<List<Integer>> batches = new ArrayList<>();
    float[][] x = {new float[size * 2]};
    float[][] y = {new float[size]};
    int n = 1;
    while (batches.size() < most && n > 0) {
      n = cursor.fill(size, x, y, new float[0][]);
      List<Integer> batch = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        assertThat(x[0][2 * i + 1]).isEqualTo(-1 - x[0][2 * i]);
        assertThat(y[0][i]).isEqualTo(10 * x[0][2 * i]);
        batch.add((int) x[0][2 * i]);
      }
      if (n > 0) {
        batches.add(batch);
      }
    }
    return batches;
  }

  static List<Integer> epoch(Dataset dataset, long epoch) {
    List<Integer> all = new ArrayList<>();
    try (DatasetCursor cursor = dataset.open(epoch)) {
      batches(cursor, 7, Integer.MAX_VALUE).forEach(all::addAll);
    }
    return all;
  }

  private static List<Integer> range(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }

  @Test
  void fillsBatchesAcrossTheBordersOfChunks() {
    try (DatasetCursor cursor = chunks(3, 0, 1, 5, 2).open(0)) {
      assertThat(batches(cursor, 4, Integer.MAX_VALUE))
          .containsExactly(range(0, 4), range(4, 8), range(8, 11))
          .inOrder();
      assertThat(cursor.fill(4, new float[0][], new float[0][], new float[0][])).isEqualTo(0);
    }
  }

  @Test
  void beginsEachEpochAtTheFirstExample() {
    try (DatasetCursor cursor = chunks(3, 4).open(0)) {
      cursor.begin(0);
      assertThat(batches(cursor, 2, 2)).containsExactly(range(0, 2), range(2, 4)).inOrder();
      cursor.begin(1);
      assertThat(batches(cursor, 5, 9)).containsExactly(range(0, 5), range(5, 7)).inOrder();
    }
  }

  @Test
  void goesOnWhereTheEpochBeforeStopped() {
    try (DatasetCursor cursor = chunks(3, 4).continuing().open(0)) {
      assertThat(batches(cursor, 3, 1)).containsExactly(range(0, 3));
      cursor.begin(1);
      assertThat(batches(cursor, 4, 1)).containsExactly(range(3, 7));
      cursor.begin(2);
      assertThat(batches(cursor, 3, 1)).containsExactly(range(0, 3));
    }
  }

  @Test
  void goesOnWithoutEndWhereItIsRepeated() {
    try (DatasetCursor cursor = chunks(3, 2).repeat().continuing().open(0)) {
      assertThat(batches(cursor, 4, 2)).containsExactly(range(0, 4), List.of(4, 0, 1, 2));
      cursor.begin(1);
      assertThat(batches(cursor, 4, 1)).containsExactly(List.of(3, 4, 0, 1));
    }
  }

  @Test
  void shufflesAllExamplesButLosesNone() {
    Dataset shuffled = chunks(30, 1, 69).shuffle(20, 7);

    assertThat(epoch(shuffled, 0)).containsExactlyElementsIn(range(0, 100));
    assertThat(epoch(shuffled, 0)).isNotEqualTo(range(0, 100));
    assertThat(epoch(shuffled, 0)).isEqualTo(epoch(shuffled, 0));
    assertThat(epoch(shuffled, 1)).isNotEqualTo(epoch(shuffled, 0));
    assertThat(epoch(chunks(100).shuffle(20, 8), 0)).isNotEqualTo(epoch(shuffled, 0));
  }

  @Test
  void shufflesAlikeHoweverTheExamplesAreCut() {
    List<Integer> whole = epoch(chunks(100).shuffle(20, 7), 3);

    assertThat(epoch(chunks(1, 50, 19, 30).shuffle(20, 7), 3)).isEqualTo(whole);
    assertThat(epoch(Dataset.of(counted(0, 100)).shuffle(20, 7), 3)).isEqualTo(whole);
  }

  /**
   * As tf.data's guide says: with a buffer of 100 and batches of 20, the first has none over 120.
   */
  @Test
  void letsAnExampleLeaveOnlyWhenItHasCome() {
    List<Integer> order = epoch(chunks(1000).shuffle(100, 7), 0);

    for (int i = 0; i < order.size(); i++) {
      assertThat(order.get(i)).isAtMost(100 + i);
    }
  }

  @Test
  void givesEveryPlaceTheSameChanceWithALargeBuffer() {
    int[][] counts = new int[5][5];
    for (int epoch = 0; epoch < 10_000; epoch++) {
      List<Integer> order = epoch(chunks(2, 3).shuffle(5, 7), epoch);
      for (int i = 0; i < 5; i++) {
        counts[i][order.get(i)]++;
      }
    }
    for (int[] row : counts) {
      for (int count : row) {
        // 2,000 are expected; 5 deviations of a binomial are 200.
        assertThat(count).isGreaterThan(1_800);
        assertThat(count).isLessThan(2_200);
      }
    }
  }

  @Test
  void takesSkipsAndRepeats() {
    assertThat(epoch(chunks(3, 4).take(4), 0)).isEqualTo(range(0, 4));
    assertThat(epoch(chunks(3, 4).skip(4), 0)).isEqualTo(range(4, 7));
    assertThat(epoch(chunks(2).repeat(3), 0)).containsExactly(0, 1, 0, 1, 0, 1).inOrder();
    assertThat(epoch(chunks(3).repeat().take(7), 5)).containsExactly(0, 1, 2, 0, 1, 2, 0).inOrder();
  }

  @Test
  void shufflesEachRepetitionAnew() {
    List<Integer> two = epoch(chunks(50).shuffle(50, 7).repeat(2), 0);

    assertThat(two.subList(0, 50)).containsExactlyElementsIn(range(0, 50));
    assertThat(two.subList(0, 50)).isNotEqualTo(two.subList(50, 100));
    assertThat(epoch(chunks(50).shuffle(50, 7).repeat(2), 1)).isNotEqualTo(two);
  }

  @Test
  void mapsChunksAndMakesMoreOrFewer() {
    Dataset odd = chunks(3, 4).flatMap(chunk -> chunk.select(0));

    assertThat(epoch(odd, 0)).containsExactly(0, 3).inOrder();
    DatasetException thrown =
        assertThrows(
            DatasetException.class, () -> epoch(chunks(3, 4).map(chunk -> chunk.select(0)), 0));
    assertThat(thrown).hasMessageThat().contains("map made 1 examples of the 3 of chunk 1");
  }

  @Test
  void handsWeightsOver() {
    Examples weighed = counted(0, 3).weighted(1, 2, 3);
    float[][] x = {new float[6]};
    float[][] y = {new float[3]};
    float[][] weights = {new float[3]};

    try (DatasetCursor cursor = Dataset.of(weighed).shuffle(1, 7).open(0)) {
      assertThat(cursor.columns().weights()).hasSize(1);
      assertThat(cursor.fill(3, x, y, weights)).isEqualTo(3);
    }
    assertThat(weights[0]).isEqualTo(new float[] {1, 2, 3});
  }

  @ParameterizedTest
  @CsvSource({"0, 7", "1, 3"})
  void knowsHowManyThereAreWhereThatCanBeKnown(int skip, int take) {
    Dataset seven = Dataset.of(counted(0, 7)).skip(skip).take(take).shuffle(2, 1).prefetch(1);

    assertThat(seven.count().getAsLong()).isEqualTo(take);
    assertThat(seven.repeat(3).count().getAsLong()).isEqualTo(3L * take);
    assertThat(chunks(7).count().isPresent()).isFalse();
    assertThat(chunks(7).withCount(7).count().getAsLong()).isEqualTo(7);
  }

  @Test
  void comesBackIntoMemory() {
    Examples all = chunks(3, 0, 4).toExamples();

    assertThat(all.count()).isEqualTo(7);
    assertThat(all.input("x").toArray()).isEqualTo(counted(0, 7).input("x").toArray());
  }

  @Test
  void allocatesNothingToFillABatchFromAChunk() {
    float[][] x = {new float[20]};
    float[][] y = {new float[10]};
    float[][] weights = {};
    try (DatasetCursor cursor = Dataset.of(counted(0, 1_024)).open(0)) {
      com.sun.management.ThreadMXBean threads =
          (com.sun.management.ThreadMXBean)
              java.lang.management.ManagementFactory.getThreadMXBean();
      for (int i = 0; i < 20; i++) {
        cursor.fill(10, x, y, weights);
      }
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      for (int i = 0; i < 20; i++) {
        cursor.fill(10, x, y, weights);
      }
      long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      // What measuring takes itself.
      assertThat(after - before).isLessThan(200);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void saysWhichChunkCannotBeRead(boolean ahead) {
    IOException original = new IOException("line 12: 'x' is no number");
    Dataset dataset = Dataset.read(() -> failing(original, 2));

    DatasetException thrown =
        assertThrows(DatasetException.class, () -> epoch(ahead ? dataset.prefetch(2) : dataset, 0));

    assertThat(thrown)
        .hasMessageThat()
        .isEqualTo(
            "chunk 3 of the data set, behind 2,000 examples, cannot be read: line 12: 'x' is no"
                + " number");
    assertThat(thrown).hasCauseThat().isSameInstanceAs(original);
  }

  private static ExampleReader failing(IOException failure, int goodChunks) {
    return new ExampleReader() {
      private int read;

      @Override
      public java.util.Optional<Examples> read() throws IOException {
        if (read++ == goodChunks) {
          throw failure;
        }
        return java.util.Optional.of(counted(0, 1_000));
      }

      @Override
      public void close() {}
    };
  }

  @Test
  void refusesNumbersThatAreNone() {
    Examples bad =
        Examples.of(
            Column.of("x", 2, new float[] {1, 2, 3, Float.NaN}),
            Column.of("y", 1, new float[] {1, 2}));
    Dataset dataset = Dataset.generate(() -> Arrays.asList(counted(0, 3), bad).iterator());

    DatasetException thrown = assertThrows(DatasetException.class, () -> epoch(dataset, 0));
    assertThat(thrown)
        .hasMessageThat()
        .contains("x of example 4 of the pass, counted from 0, is NaN at 1");
  }

  @Test
  void refusesChunksOfOtherColumns() {
    Examples wider = Examples.of(Column.of("x", 3, new float[3]), Column.of("y", 1, new float[1]));
    Dataset dataset = Dataset.generate(() -> Arrays.asList(counted(0, 3), wider).iterator());

    DatasetException thrown =
        assertThrows(DatasetException.class, () -> epoch(dataset.shuffle(9, 1), 0));
    assertThat(thrown).hasMessageThat().contains("chunk 2 holds [x [1, 3]] → [y [1, 1]], but");
    assertThat(thrown).hasMessageThat().contains("all need the same columns");
  }

  @Test
  void fillsUpToWhereColumnsBecomeWider() {
    Examples wider = Examples.of(Column.of("x", 3, new float[6]), Column.of("y", 1, new float[2]));
    List<Examples> chunks = Arrays.asList(counted(0, 3), counted(3, 5), wider, counted(5, 6));
    float[][] x = {new float[12]};
    float[][] y = {new float[4]};
    List<Integer> filled = new ArrayList<>();
    List<Integer> widths = new ArrayList<>();

    try (DatasetCursor cursor = Dataset.generate(chunks::iterator).open(0)) {
      cursor.anyWidths();
      while (cursor.hasNext()) {
        widths.add(cursor.columns().input("x").width());
        filled.add(cursor.fill(4, x, y, new float[0][]));
      }
    }

    assertThat(filled).containsExactly(4, 1, 2, 1).inOrder();
    assertThat(widths).containsExactly(2, 2, 3, 2).inOrder();
  }

  @Test
  void refusesColumnsOfOtherWidthsUnlessTheyAreAskedFor() {
    Examples wider = Examples.of(Column.of("x", 3, new float[6]), Column.of("y", 1, new float[2]));
    Dataset dataset = Dataset.generate(() -> Arrays.asList(counted(0, 3), wider).iterator());

    DatasetException thrown = assertThrows(DatasetException.class, () -> epoch(dataset, 0));

    assertThat(thrown).hasMessageThat().contains("all need the same columns");
  }

  @Test
  void refusesWhatIsEmptyOrUsedUp() {
    assertThrows(DatasetException.class, () -> chunks().open(0));
    assertThrows(DatasetException.class, () -> chunks(0, 0).open(0));
    assertThrows(DatasetException.class, () -> chunks(0).repeat().open(0));

    Iterator<Examples> once = Collections.singletonList(counted(0, 3)).iterator();
    try (DatasetCursor cursor = Dataset.generate(() -> once).open(0)) {
      batches(cursor, 2, 9);
      DatasetException thrown = assertThrows(DatasetException.class, () -> cursor.begin(1));
      assertThat(thrown).hasMessageThat().contains("no examples in epoch 1");
      assertThat(thrown).hasMessageThat().contains("begin anew");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void refusesSizesBelowOne(int size) {
    assertThrows(IllegalArgumentException.class, () -> chunks(1).shuffle(size, 1));
    assertThrows(IllegalArgumentException.class, () -> chunks(1).prefetch(size));
    assertThrows(IllegalArgumentException.class, () -> chunks(1).repeat(size));
    assertThrows(IllegalArgumentException.class, () -> chunks(1).take(size - 1));
    assertThrows(IllegalArgumentException.class, () -> chunks(1).skip(size - 1));
  }

  @Test
  void doesNotSayHowManyThereAreWhereNoNumberHoldsThem() {
    assertThat(chunks(1).withCount(Long.MAX_VALUE).repeat(3).count().isPresent()).isFalse();
  }

  @Test
  void readsAheadHoweverMuchItMay() {
    assertThat(epoch(chunks(3).prefetch(Integer.MAX_VALUE), 0)).containsExactly(0, 1, 2).inOrder();
  }
}
