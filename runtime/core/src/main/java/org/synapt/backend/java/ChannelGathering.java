package org.synapt.backend.java;

import java.util.concurrent.atomic.AtomicInteger;

/** Computes a {@link Gathering} whose groups have one channel or so, on all threads. */
final class ChannelGathering {
  /** Work below which a second thread does not pay: about 20 µs. */
  private static final long PARALLEL = 1 << 17;

  /** Channels read times channels written of a group: above, planes are faster. */
  private static final int MOST = 1;

  private final Workers workers;
  private final Workers.Task part = this::part;
  private final ChannelPiece[] own;
  private final AtomicInteger next = new AtomicInteger();
  private Gathering g;
  private int axis;
  private int cuts;
  private int tasks;

  ChannelGathering(Workers workers) {
    this.workers = workers;
    this.own = new ChannelPiece[workers.threads()];
    for (int i = 0; i < own.length; i++) {
      own[i] = new ChannelPiece();
    }
  }

  /** Whether this is the way to compute it. */
  static boolean serves(Gathering g) {
    return g.groups > 1 && g.depth * g.rows <= MOST;
  }

  /** Computes all of the target. */
  void run(Gathering gathering) {
    g = gathering;
    if (g.results() == 0) {
      return;
    }
    int threads = g.work() < PARALLEL ? 1 : workers.threads();
    axis = g.axes[0].count(0) > 1 ? 0 : 1;
    int whole = g.batch * ChannelLines.parts(g);
    cuts = threads == 1 || whole >= 4 * threads ? 1 : Math.min(threads, g.axes[axis].count(0));
    tasks = whole * cuts;
    next.set(0);
    workers.run(Math.min(threads, tasks), part);
  }

  private void part(int i) {
    int parts = ChannelLines.parts(g);
    int count = g.axes[axis].count(0);
    for (int task = next.getAndIncrement(); task < tasks; task = next.getAndIncrement()) {
      int cut = task / parts % cuts;
      own[i].run(
          g,
          task / parts / cuts,
          task % parts,
          axis,
          Parts.begin(count, cut, cuts),
          Parts.begin(count, cut + 1, cuts));
    }
  }
}
