package org.synapt.data;

import java.util.List;
import java.util.OptionalLong;

/**
 * Cuts examples into folds each of which has the same share of every class as the whole.
 *
 * <pre>{@code
 * for (TrainTestSplit fold : StratifiedKFold.of(10).shuffled(7).split(examples)) { ... }
 * }</pre>
 *
 * <p>The members of a class differ by at most one from fold to fold, and so do the folds' sizes.
 * Classes are read off a target: a one-hot row, a class number, or 0 and 1. Source: scikit-learn,
 * sklearn.model_selection.StratifiedKFold; which only warns of a class with fewer members than
 * there are folds.
 */
public final class StratifiedKFold {
  private final int folds;
  private final OptionalLong seed;

  private StratifiedKFold(int folds, OptionalLong seed) {
    this.folds = folds;
    this.seed = seed;
  }

  /**
   * Folds that take the members of each class in the order in which they lie.
   *
   * @param folds how many, at least 2
   * @return the cut
   * @throws IllegalArgumentException if it is below 2
   */
  public static StratifiedKFold of(int folds) {
    return new StratifiedKFold(Folds.atLeastTwo(folds), OptionalLong.empty());
  }

  /**
   * Folds that take the members of each class at random.
   *
   * @param number the seed; equal seeds give equal folds
   * @return the cut
   */
  public StratifiedKFold shuffled(long number) {
    return new StratifiedKFold(folds, OptionalLong.of(number));
  }

  /**
   * Cuts examples of a single target into folds.
   *
   * @param examples the examples
   * @return each fold to test with, and the others to train on; copied when asked for
   * @throws IllegalArgumentException if there are several targets or none, a target is no class, or
   *     a class has fewer members than there are folds
   */
  public List<TrainTestSplit> split(Examples examples) {
    return split(examples, Classes.onlyTarget(examples));
  }

  /**
   * Cuts examples into folds by one of their targets.
   *
   * @param examples the examples
   * @param target the target's name
   * @return each fold to test with, and the others to train on; copied when asked for
   * @throws IllegalArgumentException if there is no such target, a target is no class, or a class
   *     has fewer members than there are folds
   */
  public List<TrainTestSplit> split(Examples examples, String target) {
    return split(examples, examples.target(target));
  }

  private List<TrainTestSplit> split(Examples examples, Column target) {
    Classes classes = Classes.of(target);
    if (classes.count() == 0) {
      throw new IllegalArgumentException("there are no examples to cut into " + folds + " folds");
    }
    classes.requireMembers(folds, "the " + folds + " folds; take fewer folds, or KFold");
    int[] foldOf = new int[examples.count()];
    int sorted = 0;
    for (int number = 0; number < classes.count(); number++) {
      int[] members = classes.examples(number);
      Permutation order = Permutation.of(members.length);
      if (seed.isPresent()) {
        order.shuffle(SplitMix.stream(seed.getAsLong(), number));
      }
      // Sorted by class and dealt out like cards, a fold gets so many of this class.
      int at = 0;
      for (int fold = 0; fold < folds; fold++) {
        int first = Math.floorMod(fold - sorted, folds);
        for (int i = first; i < members.length; i += folds) {
          foldOf[members[order.rows()[at++]]] = fold;
        }
      }
      sorted += members.length;
    }
    return new Folds(examples, folds, foldOf);
  }
}
