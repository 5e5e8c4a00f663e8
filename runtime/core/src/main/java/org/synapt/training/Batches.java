package org.synapt.training;

/** The batches of one pass over the data, in order. */
interface Batches extends AutoCloseable {
  /**
   * Fills a batch with the examples that come next.
   *
   * @return whether there were any
   */
  boolean next(Batch batch);

  /** Lets go of what the pass holds open. */
  @Override
  void close();
}
