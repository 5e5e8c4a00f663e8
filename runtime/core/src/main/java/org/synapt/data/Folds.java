package org.synapt.data;

import java.util.AbstractList;
import java.util.RandomAccess;

/** Folds, each of which is tested with in turn; made when they are asked for. */
final class Folds extends AbstractList<TrainTestSplit> implements RandomAccess {
  private final Examples examples;
  private final int folds;
  private final int[] foldOf;

  /** Folds by number, for each example. */
  Folds(Examples examples, int folds, int[] foldOf) {
    this.examples = examples;
    this.folds = folds;
    this.foldOf = foldOf;
  }

  @Override
  public TrainTestSplit get(int fold) {
    if (fold < 0 || fold >= folds) {
      throw new IndexOutOfBoundsException("there are folds 0 to " + (folds - 1) + ", not " + fold);
    }
    return split(examples, foldOf, fold);
  }

  /** Those of a number are tested with, all others trained on; both in the order they lie in. */
  static TrainTestSplit split(Examples examples, int[] numbers, int tested) {
    int tests = 0;
    for (int number : numbers) {
      tests += number == tested ? 1 : 0;
    }
    int[] test = new int[tests];
    int[] train = new int[numbers.length - tests];
    int testAt = 0;
    int trainAt = 0;
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] == tested) {
        test[testAt++] = i;
      } else {
        train[trainAt++] = i;
      }
    }
    return new TrainTestSplit(examples.select(train), examples.select(test));
  }

  @Override
  public int size() {
    return folds;
  }

  static int atLeastTwo(int folds) {
    if (folds < 2) {
      throw new IllegalArgumentException("cross-validation needs 2 folds or more, not " + folds);
    }
    return folds;
  }
}
