package org.synapt.backend.nd4j;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.synapt.backend.java.BlockReduce;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Reduce;

/**
 * Sums of rows and of columns as products with ones, which take a third of what sums take ND4J, and
 * less than Java; sums of what lies between, and maxima, by Java where it reaches the floats, for
 * there ND4J takes twice to five times as long.
 */
final class Nd4jReduce implements Reduce {
  /**
   * A product adds a column up element by element: a longer sum is off by more than 1e-5 of it, as
   * that of a block is not.
   */
  private static final int MOST_TERMS = 1 << 15;

  private static final int MAX = 2;

  private final boolean here;
  private final Reduce blocks;
  private final Room room;
  private final Calls<OpSequence> calls = new Calls<>(OpSequence::close);

  Nd4jReduce(Engine engine) {
    here = engine.here();
    blocks = new BlockReduce(engine.workers(), Buffer::put);
    room = new Room(engine);
  }

  @Override
  public void sum(int outer, int extent, int inner, Buffer x, Buffer y) {
    if (here && !isProduct(outer, extent, inner)) {
      blocks.sum(outer, extent, inner, x, y);
    } else {
      add(outer, extent, inner, 0, Nd4jBuffer.of(x), Nd4jBuffer.of(y));
    }
  }

  @Override
  public void sumAdd(int outer, int extent, int inner, Buffer x, Buffer y) {
    if (here && !isProduct(outer, extent, inner)) {
      blocks.sumAdd(outer, extent, inner, x, y);
    } else {
      add(outer, extent, inner, 1, Nd4jBuffer.of(x), Nd4jBuffer.of(y));
    }
  }

  @Override
  public void max(int outer, int extent, int inner, Buffer x, Buffer y) {
    if (here) {
      blocks.max(outer, extent, inner, x, y);
    } else {
      max(outer, extent, inner, Nd4jBuffer.of(x), Nd4jBuffer.of(y));
    }
  }

  private static boolean isProduct(int outer, int extent, int inner) {
    return (outer == 1 || inner == 1) && extent <= MOST_TERMS;
  }

  private void add(int outer, int extent, int inner, int kept, Nd4jBuffer x, Nd4jBuffer y) {
    calls.begin(kept).with(outer).with(extent).with(inner);
    Optional<OpSequence> known = calls.with(x).with(y).find();
    (known.isPresent() ? known.get() : calls.keep(sum(outer, extent, inner, kept, x, y))).run();
  }

  private OpSequence sum(int outer, int extent, int inner, int kept, Nd4jBuffer x, Nd4jBuffer y) {
    OpSequence steps = new OpSequence(room);
    if (inner == 1) {
      return steps.sumOfColumns(outer, extent, 1, x, kept, y);
    }
    if (outer == 1) {
      return steps.sumOfRows(extent, inner, 1, x, kept, y);
    }
    return sumOfPlanes(outer, extent, inner, kept, steps, x, y);
  }

  private OpSequence sumOfPlanes(
      int outer, int extent, int inner, int kept, OpSequence steps, Nd4jBuffer x, Nd4jBuffer y) {
    INDArray all = x.array(outer, extent, inner);
    INDArray total = y.array(outer, inner);
    if (kept == 0) {
      return steps.sum(all, total, 1);
    }
    INDArray sum = room.place(0, outer * inner).array(outer, inner);
    return steps.sum(all, sum, 1).add(total, sum, total);
  }

  private void max(int outer, int extent, int inner, Nd4jBuffer x, Nd4jBuffer y) {
    calls.begin(MAX).with(outer).with(extent).with(inner);
    Optional<OpSequence> known = calls.with(x).with(y).find();
    (known.isPresent() ? known.get() : calls.keep(largest(outer, extent, inner, x, y))).run();
  }

  /** The largest numbers, and what is none added to them. */
  private OpSequence largest(int outer, int extent, int inner, Nd4jBuffer x, Nd4jBuffer y) {
    INDArray all = x.array(outer, extent, inner);
    INDArray nothing = room.place(0, outer * extent * inner).array(outer, extent, inner);
    INDArray none = room.place(1, outer * inner).array(outer, inner);
    INDArray largest = y.array(outer, inner);
    return new OpSequence(room)
        .max(all, largest, 1)
        .nothingButNaN(all, nothing)
        .sum(nothing, none, 1)
        .add(largest, none, largest);
  }
}
