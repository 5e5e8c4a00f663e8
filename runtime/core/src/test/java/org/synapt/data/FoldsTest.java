package org.synapt.data;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("D8")
final class FoldsTest {

  /** Examples whose x is their number, of these classes. */
  private static Examples labelled(float... labels) {
    float[] x = new float[labels.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
    }
    return Examples.of(Column.of("x", 1, x), Column.of("y", 1, labels));
  }

  /** As in the user guide: 45 of class 0, then 5 of class 1. */
  private static Examples fifty() {
    float[] labels = new float[50];
    Arrays.fill(labels, 45, 50, 1);
    return labelled(labels);
  }

  private static List<Integer> numbers(Examples examples) {
    List<Integer> numbers = new ArrayList<>();
    for (float x : examples.input("x").toArray()) {
      numbers.add((int) x);
    }
    return numbers;
  }

  /** How many there are of class 0 and of class 1. */
  private static List<Integer> counts(Examples examples) {
    int ones = 0;
    for (float y : examples.target("y").toArray()) {
      ones += (int) y;
    }
    return List.of(examples.count() - ones, ones);
  }

  private static List<List<Integer>> counts(List<TrainTestSplit> folds) {
    List<List<Integer>> counts = new ArrayList<>();
    for (TrainTestSplit fold : folds) {
      counts.add(counts(fold.train()));
      counts.add(counts(fold.test()));
    }
    return counts;
  }

  /** scikit-learn user guide 3.1.2.3, StratifiedKFold: bincount of train and test, 3 folds. */
  @Test
  void stratifiesAsScikitLearnDoes() {
    assertThat(counts(StratifiedKFold.of(3).split(fifty())))
        .containsExactly(
            List.of(30, 3),
            List.of(15, 2),
            List.of(30, 3),
            List.of(15, 2),
            List.of(30, 4),
            List.of(15, 1))
        .inOrder();
  }

  /** scikit-learn user guide 3.1.2.3, the same with KFold. */
  @Test
  void cutsAsScikitLearnDoes() {
    assertThat(counts(KFold.of(3).split(fifty())))
        .containsExactly(
            List.of(28, 5),
            List.of(17, 0),
            List.of(28, 5),
            List.of(17, 0),
            List.of(34, 0),
            List.of(11, 5))
        .inOrder();
  }

  /**
   * scikit-learn, examples of StratifiedKFold: train [1 3], test [0 2]; train [0 2], test [1 3].
   */
  @Test
  void takesTheMembersOfAClassInOrder() {
    List<TrainTestSplit> folds = StratifiedKFold.of(2).split(labelled(0, 0, 1, 1));

    assertThat(numbers(folds.get(0).train())).containsExactly(1, 3).inOrder();
    assertThat(numbers(folds.get(0).test())).containsExactly(0, 2).inOrder();
    assertThat(numbers(folds.get(1).train())).containsExactly(0, 2).inOrder();
    assertThat(numbers(folds.get(1).test())).containsExactly(1, 3).inOrder();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 10})
  void testsEachExampleOnceAndSpreadsEachClass(int k) {
    float[] labels = new float[103];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % 7 == 0 ? 1 : 0;
    }
    Examples examples = labelled(labels);
    List<TrainTestSplit> folds = StratifiedKFold.of(k).shuffled(7).split(examples);
    List<Integer> tested = new ArrayList<>();

    assertThat(folds).hasSize(k);
    for (TrainTestSplit fold : folds) {
      tested.addAll(numbers(fold.test()));
      List<Integer> both = numbers(fold.train());
      both.addAll(numbers(fold.test()));
      assertThat(both).containsExactlyElementsIn(numbers(examples));
      assertThat(fold.test().count()).isIn(List.of(103 / k, 103 / k + 1));
      // 15 of the 103 are of class 1.
      assertThat(counts(fold.test()).get(1)).isIn(List.of(15 / k, 15 / k + 1));
    }
    assertThat(tested).containsExactlyElementsIn(numbers(examples));
  }

  @Test
  void givesEqualFoldsForEqualSeeds() {
    for (long seed = 0; seed < 3; seed++) {
      List<TrainTestSplit> one = StratifiedKFold.of(5).shuffled(seed).split(fifty());
      List<TrainTestSplit> same = StratifiedKFold.of(5).shuffled(seed).split(fifty());
      List<TrainTestSplit> other = StratifiedKFold.of(5).shuffled(seed + 1).split(fifty());
      assertThat(numbers(one.get(2).test())).isEqualTo(numbers(same.get(2).test()));
      assertThat(numbers(one.get(2).test())).isNotEqualTo(numbers(other.get(2).test()));
      assertThat(numbers(KFold.of(5).shuffled(seed).split(fifty()).get(0).test()))
          .isNotEqualTo(IntStream.range(0, 10).boxed().toList());
    }
  }

  @Test
  void readsClassesOffOneHotRowsToo() {
    float[] labels = {2, 0, 1, 1, 0, 2, 2, 0};
    Examples sparse = labelled(labels);
    Examples oneHot = Examples.of(sparse.inputs(), List.of(OneHot.encode(3, sparse.target("y"))));

    for (int fold = 0; fold < 2; fold++) {
      assertThat(numbers(StratifiedKFold.of(2).shuffled(1).split(oneHot).get(fold).test()))
          .isEqualTo(
              numbers(StratifiedKFold.of(2).shuffled(1).split(sparse, "y").get(fold).test()));
    }
  }

  @Test
  void refusesClassesWithFewerMembersThanFolds() {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> StratifiedKFold.of(10).split(fifty()));

    assertThat(thrown)
        .hasMessageThat()
        .isEqualTo(
            "y: class 1 has 5 examples, fewer than the 10 folds; take fewer folds, or KFold");
  }

  @Test
  void refusesTargetsThatAreNoClasses() {
    Examples soft =
        Examples.of(
            Column.of("x", 1, new float[2]), Column.of("y", 2, new float[] {0, 1, 0.5f, 0.5f}));
    Examples none =
        Examples.of(Column.of("x", 1, new float[1]), Column.of("y", 2, new float[] {0, 0}));

    assertThat(
            assertThrows(IllegalArgumentException.class, () -> StratifiedKFold.of(2).split(soft)))
        .hasMessageThat()
        .contains("y of example 1 is no class: 0.5 at 0");
    assertThat(
            assertThrows(IllegalArgumentException.class, () -> StratifiedKFold.of(2).split(none)))
        .hasMessageThat()
        .contains("all 2 floats are 0");
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> StratifiedKFold.of(2).split(labelled(0, Float.NaN))))
        .hasMessageThat()
        .contains("y of example 1 is NaN, which is no class");
  }

  @Test
  void refusesTooManyFoldsOrTooFew() {
    assertThrows(IllegalArgumentException.class, () -> KFold.of(1));
    assertThrows(IllegalArgumentException.class, () -> StratifiedKFold.of(0));
    assertThrows(IllegalArgumentException.class, () -> KFold.of(3).split(labelled(0, 1)));
    assertThrows(IndexOutOfBoundsException.class, () -> KFold.of(2).split(labelled(0, 1)).get(2));
    assertThrows(IllegalArgumentException.class, () -> StratifiedKFold.of(2).split(labelled()));
  }

  /** scikit-learn, docstring of _approximate_mode: [4, 2] and 3 draws give [2, 1]. */
  @Test
  void splitsEachClassByItsShare() {
    TrainTestSplit split = StratifiedSplit.of(0.5).shuffled(7).split(labelled(0, 0, 0, 0, 1, 1));

    assertThat(counts(split.test())).containsExactly(2, 1).inOrder();
    assertThat(counts(split.train())).containsExactly(2, 1).inOrder();
    // [5, 2] and 4 draws give [3, 1]; of 7 examples, 4 are tested with at a fraction of 0.5.
    assertThat(counts(StratifiedSplit.of(0.5).split(labelled(0, 1, 0, 0, 1, 0, 0)).test()))
        .containsExactly(3, 1)
        .inOrder();
  }

  @Test
  void splitsIntoAsManyAsTheOtherSplit() {
    for (double fraction : new double[] {0.1, 0.2, 0.25, 0.33, 0.9}) {
      TrainTestSplit split = StratifiedSplit.of(fraction).split(fifty());
      assertThat(split.train().count()).isEqualTo(fifty().split(fraction).train().count());
      List<Integer> both = numbers(split.train());
      both.addAll(numbers(split.test()));
      assertThat(both).containsExactlyElementsIn(numbers(fifty()));
    }
  }

  @Test
  void refusesSplitsThatLeaveAClassOut() {
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> StratifiedSplit.of(0.5).split(labelled(0, 0, 0, 1))))
        .hasMessageThat()
        .contains("class 1 has 1 example, fewer than the 2");
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> StratifiedSplit.of(0.1).split(labelled(0, 0, 1, 1))))
        .hasMessageThat()
        .contains("of 4 examples, 3 to train on and 1 to test with are too few for 2 classes");
    assertThrows(IllegalArgumentException.class, () -> StratifiedSplit.of(0));
    assertThrows(IllegalArgumentException.class, () -> StratifiedSplit.of(1));
    assertThrows(IllegalArgumentException.class, () -> StratifiedSplit.of(Double.NaN));
  }
}
