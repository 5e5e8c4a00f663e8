package org.synapt.training;

/** Where the batches of a training, or of its validation, come from. */
interface Source extends AutoCloseable {
  /** The examples of one pass over the data; 0 where that is known only behind the pass. */
  int count();

  /**
   * Begins a pass over the data.
   *
   * @param epoch which epoch it belongs to
   * @param steps how many steps have been done; the order follows from it, where there is one
   */
  Batches open(int epoch, long steps);

  /** Lets go of what is held open from epoch to epoch. */
  @Override
  void close();
}
