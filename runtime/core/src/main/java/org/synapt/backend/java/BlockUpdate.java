package org.synapt.backend.java;

import java.util.Arrays;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Update;

/**
 * Runs rules over heap tiles, for parameters and gradients in any memory that Java can copy from
 * and to: these are copied to rows that fit the L1 cache, {@link Moments} stay where they are, and
 * parameters are copied back.
 *
 * <p>Each thread has a run of tiles, the same in every step; sums of squares are the same for any
 * number of threads.
 */
public final class BlockUpdate implements Update {
  private static final int TILE = Moments.TILE;

  /** Below this many floats read, some 10 to 20 µs, a second thread does not pay. */
  private static final int PARALLEL = 1 << 17;

  private final Workers workers;
  private final BlockWriting writing;
  private final SquareSums squareSums;
  private final Tiles[] tiles;
  private final Workers.Task part = this::part;

  private int from;
  private int to;
  private int parts;
  private Rule rule;
  private Buffer parameters;
  private Buffer gradients;
  private Buffer[] state = new Buffer[0];

  /**
   * A kernel for one thread at a time.
   *
   * @param workers the threads
   * @param writing writes parameters, and gradients where a rule's are wanted
   */
  public BlockUpdate(Workers workers, BlockWriting writing) {
    this.workers = workers;
    this.writing = writing;
    this.squareSums = new SquareSums(workers);
    this.tiles = new Tiles[workers.threads()];
    for (int i = 0; i < tiles.length; i++) {
      tiles[i] = new Tiles();
    }
  }

  @Override
  public void apply(
      int from, int to, Rule rule, Buffer parameters, Buffer gradients, Buffer[] state) {
    this.from = from;
    this.to = to;
    this.rule = rule;
    this.parameters = parameters;
    this.gradients = gradients;
    this.state = state;
    long floats = (long) (to - from) * (2 + state.length);
    parts = floats < PARALLEL ? 1 : tiles.length;
    try {
      workers.run(parts, part);
    } finally {
      writing.done(parameters);
      if (rule.writesGradients()) {
        writing.done(gradients);
      }
    }
  }

  /** A share of the tiles that the range touches. */
  private void part(int i) {
    int first = from / TILE;
    int count = (int) (((long) to + TILE - 1) / TILE) - first;
    int end = first + Parts.begin(count, i + 1, parts);
    for (int tile = first + Parts.begin(count, i, parts); tile < end; tile++) {
      int start = tile * TILE;
      int a = Math.max(from - start, 0);
      int b = Math.min(to - start, TILE);
      tiles[i].run(this, tile, a, b);
    }
  }

  @Override
  public void squares(int[] ends, Buffer x, double[] sums) {
    squareSums.of(ends, x, sums);
  }

  /** What a thread works on at a time. */
  private static final class Tiles {
    private final float[] parameters = new float[TILE];
    private final float[] gradients = new float[TILE];
    private float[][] state = new float[0][];

    /** For moments that are no {@link Moments}. */
    private float[][] copies = new float[0][];

    void run(BlockUpdate it, int tile, int from, int to) {
      int start = tile * TILE;
      int n = to - from;
      it.parameters.get(start + from, parameters, from, n);
      it.gradients.get(start + from, gradients, from, n);
      load(it.state, tile, from, n);
      it.rule.apply(start, from, to, parameters, gradients, state);
      store(it.state, tile, from, n);
      it.writing.write(it.parameters, start + from, parameters, from, n);
      if (it.rule.writesGradients()) {
        it.writing.write(it.gradients, start + from, gradients, from, n);
      }
    }

    private void load(Buffer[] moments, int tile, int from, int n) {
      if (state.length != moments.length) {
        state = new float[moments.length][];
      }
      for (int i = 0; i < moments.length; i++) {
        if (moments[i] instanceof Moments here && here.whole()) {
          state[i] = here.tile(tile);
        } else {
          state[i] = copy(i);
          moments[i].get(tile * TILE + from, state[i], from, n);
        }
      }
    }

    private void store(Buffer[] moments, int tile, int from, int n) {
      for (int i = 0; i < copies.length && i < moments.length; i++) {
        if (state[i] == copies[i]) {
          moments[i].put(tile * TILE + from, state[i], from, n);
        }
      }
    }

    private float[] copy(int i) {
      while (copies.length <= i) {
        copies = Arrays.copyOf(copies, copies.length + 1);
        copies[copies.length - 1] = new float[TILE];
      }
      return copies[i];
    }
  }
}
