package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.UpdateRows;

/**
 * Runs rules over rows that are copied to the heap, so many at a time that they and what belongs to
 * them stay in the L1 cache however much the rule does; for parameters and moments in any memory
 * that Java can copy from and to.
 */
public final class BlockUpdateRows implements UpdateRows {
  /** Floats of parameters at a time, as in {@link BlockUpdate}. */
  private static final int TILE = 1024;

  /** Below this many floats a second thread does not pay. */
  private static final int PARALLEL = 1 << 13;

  /** Parts for each thread: rows differ in what there is to do. */
  private static final int PARTS = 8;

  private final Workers workers;
  private final BlockWriting writing;
  private final Tile[] tiles;
  private final Workers.Task part = this::part;

  private int at;
  private int columns;
  private int count;
  private int[] rows;
  private Rule rule;
  private Buffer parameters;
  private Buffer gradients;
  private Buffer[] state;
  private int parts;

  /**
   * A kernel for one thread at a time.
   *
   * @param workers the threads
   * @param writing writes parameters
   */
  public BlockUpdateRows(Workers workers, BlockWriting writing) {
    this.workers = workers;
    this.writing = writing;
    this.tiles = new Tile[workers.threads() * PARTS];
    for (int i = 0; i < tiles.length; i++) {
      tiles[i] = new Tile();
    }
  }

  @Override
  public void apply(
      int at,
      int columns,
      int count,
      int[] rows,
      Rule rule,
      Buffer parameters,
      Buffer gradients,
      Buffer[] state) {
    this.at = at;
    this.columns = columns;
    this.count = count;
    this.rows = rows;
    this.rule = rule;
    this.parameters = parameters;
    this.gradients = gradients;
    this.state = state;
    this.parts = (long) count * columns < PARALLEL ? 1 : tiles.length;
    try {
      workers.run(parts, part);
    } finally {
      writing.done(parameters);
    }
  }

  private void part(int i) {
    Tile tile = tiles[i];
    int most = Math.max(1, TILE / columns);
    tile.prepare(most * columns, state.length);
    int end = Parts.begin(count, i + 1, parts);
    for (int first = Parts.begin(count, i, parts); first < end; first += most) {
      int n = Math.min(most, end - first);
      load(tile, first, n);
      float[] gradient = rule.readsGradients() ? tile.gradients : tile.zeros;
      rule.apply(first, n, columns, tile.parameters, gradient, tile.state);
      store(tile, first, n);
    }
  }

  private void load(Tile tile, int first, int n) {
    for (int i = 0; i < n; i++) {
      int from = at + rows[first + i] * columns;
      parameters.get(from, tile.parameters, i * columns, columns);
      if (rule.readsGradients()) {
        gradients.get(from, tile.gradients, i * columns, columns);
      }
      for (int m = 0; m < state.length; m++) {
        state[m].get(from, tile.state[m], i * columns, columns);
      }
    }
  }

  private void store(Tile tile, int first, int n) {
    for (int i = 0; i < n; i++) {
      int to = at + rows[first + i] * columns;
      writing.write(parameters, to, tile.parameters, i * columns, columns);
      for (int m = 0; m < state.length; m++) {
        state[m].put(to, tile.state[m], i * columns, columns);
      }
    }
  }

  /** What a thread works on at a time. */
  private static final class Tile {
    private float[] parameters = new float[0];
    private float[] gradients = new float[0];
    private float[] zeros = new float[0];
    private float[][] state = new float[0][];

    void prepare(int floats, int moments) {
      if (parameters.length < floats) {
        parameters = new float[floats];
        gradients = new float[floats];
        zeros = new float[floats];
      }
      if (state.length != moments || moments > 0 && state[0].length < floats) {
        state = new float[moments][parameters.length];
      }
    }
  }
}
