package org.synapt.backend.nd4j;

import java.util.Optional;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Interpolation;

/**
 * Results between neighbours, all that lie equally far between theirs at a time.
 *
 * <p>Pair i are the elements i − 1 and i. Its result t is result {@code factor · i − (factor + 1) /
 * 2 + t}, at {@code (factor / 2 + t + ½) / factor − ½} between the two, where halves are rounded
 * down. At the ends one element of a pair is missing, and some of its results are; the others are
 * the element that is there.
 */
final class Nd4jInterpolation implements Interpolation {
  private final Engine engine;
  private Movement movement;
  private Calls<BetweenNeighbours> between = new Calls<>(kept -> {});
  private Calls<NeighbourSums> sums = new Calls<>(kept -> {});
  private Nd4jBuffer scratch;

  Nd4jInterpolation(Engine engine) {
    this.engine = engine;
    this.movement = new Movement(engine);
    this.scratch = engine.allocate(0);
  }

  /** How far result t of a pair lies from the first of the two towards the second. */
  static float share(int factor, int t) {
    return (float) ((factor / 2 + t + 0.5) / factor - 0.5);
  }

  @Override
  public void linear(int outer, int extent, int factor, int inner, Buffer x, Buffer y) {
    Nd4jBuffer from = Nd4jBuffer.of(x);
    Nd4jBuffer to = Nd4jBuffer.of(y);
    int row = extent * inner;
    int below = factor / 2;
    int above = factor - below;
    repeat(outer, below, inner, row, factor, from, 0, to, 0);
    int last = row - inner;
    repeat(outer, above, inner, row, factor, from, last, to, factor * row - above * inner);
    if (extent == 1) {
      return;
    }
    BetweenNeighbours values = between(outer * row, factor, inner, from);
    values.begin();
    for (int t = 0; t < factor; t++) {
      values.compute(t);
      movement
          .begin()
          .axis(outer, row, factor * row)
          .axis(extent - 1, inner, factor * inner)
          .axis(inner, 1, 1)
          .move(scratch, values.at(), to, (below + t) * inner);
    }
  }

  /** The results at an end, which are its element. */
  private void repeat(
      int outer,
      int count,
      int inner,
      int row,
      int factor,
      Nd4jBuffer x,
      int xAt,
      Nd4jBuffer y,
      int yAt) {
    movement
        .begin()
        .axis(outer, row, factor * row)
        .axis(count, 0, inner)
        .axis(inner, 1, 1)
        .move(x, xAt, y, yAt);
  }

  private BetweenNeighbours between(int size, int factor, int inner, Nd4jBuffer x) {
    room(2 * size);
    Optional<BetweenNeighbours> known = between.begin(size).with(factor).with(inner).with(x).find();
    return known.isPresent()
        ? known.get()
        : between.keep(new BetweenNeighbours(size, factor, inner, x, scratch));
  }

  @Override
  public void linearGradient(int outer, int extent, int factor, int inner, Buffer dy, Buffer dx) {
    Nd4jBuffer from = Nd4jBuffer.of(dy);
    int pairs = outer * (extent + 1) * inner;
    room((factor + 2) * pairs);
    Optional<NeighbourSums> known = sums.begin(outer).with(extent).with(factor).with(inner).find();
    NeighbourSums gradients =
        known.isPresent()
            ? known.get()
            : sums.keep(new NeighbourSums(engine, outer, extent, factor, inner, scratch));
    gradients.clear();
    int below = factor / 2;
    int above = factor - below;
    gather(above, outer, extent, factor, inner, from, below * inner, inner);
    gather(below, outer, extent, factor, inner, from, 0, above * pairs);
    gradients.add();
    movement
        .begin()
        .axis(outer, (extent + 1) * inner, extent * inner)
        .axis(extent * inner, 1, 1)
        .move(scratch, gradients.at(), Nd4jBuffer.of(dx), 0);
  }

  /** Results t of all pairs one behind the other, and those of result t + 1 behind them. */
  private void gather(
      int results,
      int outer,
      int extent,
      int factor,
      int inner,
      Nd4jBuffer dy,
      int dyAt,
      int scratchAt) {
    movement
        .begin()
        .axis(results, inner, outer * (extent + 1) * inner)
        .axis(outer, factor * extent * inner, (extent + 1) * inner)
        .axis(extent, factor * inner, inner)
        .axis(inner, 1, 1)
        .move(dy, dyAt, scratch, scratchAt);
  }

  /** What is prepared for the room there was goes with it. */
  private void room(int floats) {
    if (scratch.length() < floats) {
      scratch = engine.allocate(floats);
      movement = new Movement(engine);
      between = new Calls<>(kept -> {});
      sums = new Calls<>(kept -> {});
    }
  }
}
