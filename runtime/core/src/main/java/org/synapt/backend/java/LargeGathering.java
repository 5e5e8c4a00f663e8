package org.synapt.backend.java;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Computes a {@link Gathering} piece by piece, on all threads if there is enough to do.
 *
 * <p>A piece is some images or, where images are large or few, some results along one axis of an
 * image. No bit depends on what is chosen.
 */
final class LargeGathering {
  /** Work below which a second thread does not pay: about 20 µs. */
  private static final long PARALLEL = 1 << 18;

  /** Results of a piece that are enough for long blocks. */
  private static final int SPAN = 2048;

  private final Workers workers;
  private final Workers.Task part = this::part;
  private final GatheringPiece[] own;
  private final AtomicInteger next = new AtomicInteger();
  private final PlaneLayout layout = new PlaneLayout();
  private Gathering g;
  private int threads;

  /** Images in a piece. */
  private int images;

  /** The axis along which images are cut, or -1, and the results of a piece along it. */
  private int cutAxis;

  private int cut;
  private int rowParts;
  private int tasks;
  private long least;

  LargeGathering(Workers workers) {
    this.workers = workers;
    this.own = new GatheringPiece[workers.threads()];
    for (int i = 0; i < own.length; i++) {
      own[i] = new GatheringPiece();
    }
  }

  /** Computes all of the target. */
  void run(Gathering gathering) {
    g = gathering;
    if (g.batch == 0 || g.results() == 0) {
      return;
    }
    threads = g.work() < PARALLEL ? 1 : workers.threads();
    choosePieces();
    next.set(0);
    workers.run(Math.min(threads, tasks), part);
  }

  private void choosePieces() {
    least = Long.MAX_VALUE;
    layout.set(g, 1, -1, 0);
    int span = layout.image;
    for (int some = 1; some == 1 || some <= g.batch && some * span <= SPAN; some++) {
      consider(some, -1, 0);
    }
    int axis = 0;
    while (axis < 2 && g.axes[axis].count(0) == 1) {
      axis++;
    }
    int count = g.axes[axis].count(0);
    int fewest = Math.min(count, (span + SPAN - 1) / SPAN);
    for (int cuts = Math.max(2, fewest); cuts <= count && cuts <= 4 * fewest; cuts++) {
      consider(1, axis, (count + cuts - 1) / cuts);
    }
    layout.set(g, images, cutAxis, cut);
    rowParts = rowParts(pieces(images, cutAxis, cut));
    tasks = pieces(images, cutAxis, cut) * g.groups * rowParts;
  }

  private int pieces(int some, int axis, int results) {
    int cuts = axis < 0 ? 1 : (g.axes[axis].count(0) + results - 1) / results;
    return (g.batch + some - 1) / some * cuts;
  }

  /** Into how many parts the rows are divided where there are fewer pieces than threads. */
  private int rowParts(int pieces) {
    int whole = pieces * g.groups;
    return Math.min((threads + whole - 1) / whole, (g.rows + 1) / 2);
  }

  private void consider(int some, int axis, int results) {
    layout.set(g, some, axis, results);
    int pieces = pieces(some, axis, results);
    int parts = rowParts(pieces);
    long rounds = ((long) pieces * g.groups * parts + threads - 1) / threads;
    long cost = rounds * cost(parts);
    if (cost < least) {
      least = cost;
      images = some;
      cutAxis = axis;
      cut = results;
    }
  }

  /**
   * Roughly what a piece costs: for each row and term a vector's time for each 16 results, and 10
   * for HotSpot's loops before and after; for each float of the planes one.
   */
  private long cost(int parts) {
    int span = layout.span();
    int blocks = GatheringPiece.blocks(span);
    int vectors = blocks * (GatheringPiece.width(span) / 16 + 10);
    long terms = (long) g.axes[0].size * g.axes[1].size * g.axes[2].size * g.depth;
    return terms * vectors * ((g.rows + parts - 1) / parts + 2) + (long) g.depth * layout.plane;
  }

  private void part(int i) {
    for (int task = next.getAndIncrement(); task < tasks; task = next.getAndIncrement()) {
      int rowPart = task % rowParts;
      int group = task / rowParts % g.groups;
      piece(own[i], task / rowParts / g.groups, group, rowPart);
    }
  }

  private void piece(GatheringPiece scratch, int piece, int group, int rowPart) {
    int cuts = pieces(g.batch, cutAxis, cut);
    int image = piece / cuts * images;
    scratch.run(
        g,
        layout,
        group,
        image,
        Math.min(images, g.batch - image),
        piece % cuts * cut,
        Parts.begin(g.rows, rowPart, rowParts, 2),
        Parts.begin(g.rows, rowPart + 1, rowParts, 2));
  }
}
