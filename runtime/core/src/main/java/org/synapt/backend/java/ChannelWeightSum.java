package org.synapt.backend.java;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The gradient of the weight for groups of one channel, on all threads.
 *
 * <p>As in {@link PatchSum} sums are made for groups of images and then added in order; within a
 * group each result of a block has a sum of its own, and those are added in order too.
 */
final class ChannelWeightSum {
  /** Work below which a second thread does not pay: about 20 µs. */
  private static final long PARALLEL = 1 << 17;

  private final Workers workers;
  private final Workers.Task part = this::part;
  private final ChannelWeights[] own;
  private final AtomicInteger next = new AtomicInteger();
  private final PartialSums partial = new PartialSums();
  private Gathering g;
  private int batch;
  private int shares;
  private int floats;
  private int tasks;

  ChannelWeightSum(Workers workers) {
    this.workers = workers;
    this.own = new ChannelWeights[workers.threads()];
    for (int i = 0; i < own.length; i++) {
      own[i] = new ChannelWeights();
    }
  }

  /** Whether this is the way to compute it. */
  static boolean serves(PatchSum s) {
    return s.depth == 1;
  }

  /**
   * Computes all of the sum.
   *
   * @param gathering the convolution, its target read
   * @param s the same as a sum; says where it goes
   */
  void run(Gathering gathering, PatchSum s) {
    g = gathering;
    batch = s.batch;
    shares = s.shares();
    floats = s.floats();
    partial.makeRoom(shares * floats);
    int threads = s.work() < PARALLEL ? 1 : workers.threads();
    tasks = shares * ChannelLines.parts(g);
    next.set(0);
    workers.run(Math.min(threads, tasks), part);
    partial.add(shares, floats);
    for (int j = 0; j < floats; j++) {
      float value = partial.floats[j];
      s.sum[s.sumAt + j] = s.add ? s.sum[s.sumAt + j] + value : value;
    }
  }

  private void part(int i) {
    int parts = ChannelLines.parts(g);
    for (int task = next.getAndIncrement(); task < tasks; task = next.getAndIncrement()) {
      int share = task / parts;
      own[i].run(
          g,
          Parts.begin(batch, share, shares),
          Parts.begin(batch, share + 1, shares),
          task % parts,
          partial.floats,
          share * floats);
    }
  }
}
