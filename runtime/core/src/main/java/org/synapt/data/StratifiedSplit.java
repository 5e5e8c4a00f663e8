package org.synapt.data;

/**
 * Takes a share of the examples away for testing, and of every class the same share.
 *
 * <pre>{@code
 * TrainTestSplit split = StratifiedSplit.of(0.2).shuffled(7).split(examples);
 * }</pre>
 *
 * <p>{@code ⌊n · (1 − fraction)⌋} examples stay for training, as in {@link Examples#split}; what
 * does not come out even goes to the classes with the largest remainders. Source: scikit-learn,
 * train_test_split with stratify, which draws lots between equal remainders where here the class
 * that comes first has it.
 */
public final class StratifiedSplit {
  private final double fraction;
  private final long seed;

  private StratifiedSplit(double fraction, long seed) {
    this.fraction = fraction;
    this.seed = seed;
  }

  /**
   * A split at random.
   *
   * @param fraction what is taken away for testing, above 0 and below 1
   * @return the split
   * @throws IllegalArgumentException if it is out of range
   */
  public static StratifiedSplit of(double fraction) {
    if (!(fraction > 0 && fraction < 1)) {
      throw new IllegalArgumentException(
          "the fraction must be above 0 and below 1, not " + fraction);
    }
    return new StratifiedSplit(fraction, 0);
  }

  /**
   * A split by another seed than 0.
   *
   * @param number the seed; equal seeds give equal splits
   * @return the split
   */
  public StratifiedSplit shuffled(long number) {
    return new StratifiedSplit(fraction, number);
  }

  /**
   * Splits examples of a single target.
   *
   * @param examples the examples
   * @return both parts, copied, each in the order in which the examples lie
   * @throws IllegalArgumentException if there are several targets or none, a target is no class, a
   *     class has a single member, or one part is smaller than there are classes
   */
  public TrainTestSplit split(Examples examples) {
    return split(examples, Classes.onlyTarget(examples));
  }

  /**
   * Splits examples by one of their targets.
   *
   * @param examples the examples
   * @param target the target's name
   * @return both parts, copied, each in the order in which the examples lie
   * @throws IllegalArgumentException if there is no such target, a target is no class, a class has
   *     a single member, or one part is smaller than there are classes
   */
  public TrainTestSplit split(Examples examples, String target) {
    return split(examples, examples.target(target));
  }

  private TrainTestSplit split(Examples examples, Column target) {
    int count = examples.count();
    int train = (int) (count * (1 - fraction));
    int test = count - train;
    Classes classes = Classes.of(target);
    classes.requireMembers(2, "the 2 that can be parted");
    if (Math.min(train, test) < Math.max(1, classes.count())) {
      throw new IllegalArgumentException(
          "of "
              + count
              + " examples, "
              + train
              + " to train on and "
              + test
              + " to test with are too few for "
              + classes.count()
              + " classes in each part");
    }
    int[] tested = new int[count];
    int[] shares = shares(classes, test, count);
    for (int number = 0; number < classes.count(); number++) {
      int[] members = classes.examples(number);
      Permutation order = Permutation.of(members.length);
      order.shuffle(SplitMix.stream(seed, number));
      for (int i = 0; i < shares[number]; i++) {
        tested[members[order.rows()[i]]] = 1;
      }
    }
    return Folds.split(examples, tested, 1);
  }

  /** How many of each class are tested with: their quotas rounded down, then the rest dealt out. */
  private static int[] shares(Classes classes, int test, int count) {
    int[] shares = new int[classes.count()];
    long[] remainders = new long[shares.length];
    int left = test;
    for (int number = 0; number < shares.length; number++) {
      long quota = (long) classes.members(number) * test;
      shares[number] = (int) (quota / count);
      remainders[number] = quota % count;
      left -= shares[number];
    }
    for (; left > 0; left--) {
      int largest = 0;
      for (int number = 1; number < shares.length; number++) {
        largest = remainders[number] > remainders[largest] ? number : largest;
      }
      shares[largest]++;
      remainders[largest] = -1;
    }
    return shares;
  }
}
