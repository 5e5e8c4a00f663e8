package org.synapt.training;

import org.synapt.data.Permutation;
import org.synapt.network.Seed;

/** Examples in memory, in an order of their own for each epoch or as they lie. */
final class MemorySource implements Source {
  private final BoundExamples examples;
  private final int batchSize;
  private final boolean shuffle;
  private final Seed seed;
  private final Permutation order;

  private MemorySource(BoundExamples examples, int batchSize, boolean shuffle, Seed seed) {
    this.examples = examples;
    this.batchSize = batchSize;
    this.shuffle = shuffle;
    this.seed = seed;
    this.order = Permutation.of(shuffle ? examples.count() : 0);
  }

  /** As they lie. */
  static MemorySource inOrder(BoundExamples examples, int batchSize) {
    return new MemorySource(examples, batchSize, false, Seed.of(0));
  }

  /** In an order that follows from the seed and the steps that were done. */
  static MemorySource shuffled(BoundExamples examples, int batchSize, Seed seed) {
    return new MemorySource(examples, batchSize, true, seed.stream("shuffle"));
  }

  @Override
  public int count() {
    return examples.count();
  }

  /** Steps and not epochs are counted, so that the next fit goes on with other orders. */
  @Override
  public Batches open(int epoch, long steps) {
    if (shuffle) {
      order.shuffle(seed.stream(steps).value());
    }
    return new Pass();
  }

  @Override
  public void close() {}

  private final class Pass implements Batches {
    private int done;

    @Override
    public boolean next(Batch batch) {
      int from = done;
      done = Math.min(from + batchSize, examples.count());
      if (from == done) {
        return false;
      }
      if (shuffle) {
        batch.gather(examples, order.rows(), from, done);
      } else {
        batch.copy(examples, from, done);
      }
      return true;
    }

    @Override
    public void close() {}
  }
}
