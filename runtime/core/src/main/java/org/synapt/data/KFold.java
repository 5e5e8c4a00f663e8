package org.synapt.data;

import java.util.List;
import java.util.OptionalLong;

/**
 * Cuts examples into folds of equal size, each of which is tested with once while all others are
 * trained on.
 *
 * <pre>{@code
 * for (TrainTestSplit fold : KFold.of(10).shuffled(7).split(examples)) { ... }
 * }</pre>
 *
 * <p>Of n examples, the first n mod k folds have ⌊n/k⌋ + 1 and the others ⌊n/k⌋. Source:
 * scikit-learn, sklearn.model_selection.KFold.
 */
public final class KFold {
  private final int folds;
  private final OptionalLong seed;

  private KFold(int folds, OptionalLong seed) {
    this.folds = folds;
    this.seed = seed;
  }

  /**
   * Folds of examples that follow one another.
   *
   * @param folds how many, at least 2
   * @return the cut
   * @throws IllegalArgumentException if it is below 2
   */
  public static KFold of(int folds) {
    return new KFold(Folds.atLeastTwo(folds), OptionalLong.empty());
  }

  /**
   * Folds of examples at random.
   *
   * @param number the seed; equal seeds give equal folds
   * @return the cut
   */
  public KFold shuffled(long number) {
    return new KFold(folds, OptionalLong.of(number));
  }

  /**
   * Cuts examples into folds.
   *
   * @param examples the examples
   * @return each fold to test with, and the others to train on; copied when asked for
   * @throws IllegalArgumentException if there are fewer examples than folds
   */
  public List<TrainTestSplit> split(Examples examples) {
    int count = examples.count();
    if (count < folds) {
      throw new IllegalArgumentException(
          folds + " folds need as many examples at least, but there are " + count);
    }
    Permutation order = Permutation.of(count);
    if (seed.isPresent()) {
      order.shuffle(seed.getAsLong());
    }
    int[] foldOf = new int[count];
    int longer = count % folds;
    int size = count / folds;
    for (int i = 0; i < count; i++) {
      int fold = i < longer * (size + 1) ? i / (size + 1) : (i - longer) / size;
      foldOf[order.rows()[i]] = fold;
    }
    return new Folds(examples, folds, foldOf);
  }
}
