package org.synapt.optimizer;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Gather;

/**
 * Parameters with two tables among them, of which each step uses a few rows, and an optimizer that
 * knows of the tables, or does not.
 */
final class Tables implements AutoCloseable {
  private static final int BEFORE = 5;
  private static final int ROWS = 37;
  private static final int COLUMNS = 3;
  private static final int BETWEEN = 11;
  private static final int OTHER_ROWS = 150;
  private static final int OTHER_COLUMNS = 19;
  private static final int BEHIND = 4;
  private static final int AT = BEFORE;
  private static final int OTHER_AT = AT + ROWS * COLUMNS + BETWEEN;
  private static final int FLOATS = OTHER_AT + OTHER_ROWS * OTHER_COLUMNS + BEHIND;
  private static final int[] ENDS = {
    BEFORE, AT + ROWS * COLUMNS, OTHER_AT, FLOATS - BEHIND, FLOATS
  };

  private final Backend backend;
  private final Buffer parameters;
  private final Buffer gradients;
  private final TableRows small = new TableRows(AT, ROWS, COLUMNS);
  private final TableRows large = new TableRows(OTHER_AT, OTHER_ROWS, OTHER_COLUMNS);
  private final List<TableRows> known;
  private final Gather gather;
  private final Random random;
  private Optimization optimization;

  /** The same for the same seed, whether the optimizer knows of the tables or not. */
  Tables(Optimizer optimizer, boolean waiting, long seed) {
    this(optimizer, waiting, seed, 2);
  }

  Tables(Optimizer optimizer, boolean waiting, long seed, int threads) {
    backend = Backends.open("java", Collections.singletonMap("threads", String.valueOf(threads)));
    random = new Random(seed);
    parameters = backend.allocate(FLOATS);
    float[] start = new float[FLOATS];
    for (int i = 0; i < FLOATS; i++) {
      start[i] = i % 50 == 7 ? -0f : (float) random.nextGaussian();
    }
    parameters.put(0, start, 0, FLOATS);
    gradients = backend.allocate(FLOATS);
    gather = backend.kernel(Gather.class).get();
    small.insist();
    large.insist();
    known = waiting ? Arrays.asList(large, small) : Collections.emptyList();
    optimize(optimizer);
  }

  /** Puts another optimizer to work. */
  Optimization optimize(Optimizer optimizer) {
    optimization =
        new Optimization(optimizer, backend, parameters, gradients, FLOATS - 3, ENDS, known);
    return optimization;
  }

  Optimization optimization() {
    return optimization;
  }

  void take(Optimization other) {
    optimization = other;
  }

  TableRows large() {
    return large;
  }

  /** So many steps, each with other rows. */
  Tables steps(int count) {
    for (int i = 0; i < count; i++) {
      step(1);
    }
    return this;
  }

  /** A step whose gradients are of some size; sometimes it reads rows that it does not train. */
  Tables step(float size) {
    float[] dense = new float[FLOATS];
    for (int i = 0; i < FLOATS; i++) {
      dense[i] = size * (float) random.nextGaussian();
    }
    rows(small, random.nextInt(4), dense);
    rows(large, 1 + random.nextInt(12), dense);
    for (int[] range :
        new int[][] {{0, AT}, {AT + ROWS * COLUMNS, OTHER_AT}, {FLOATS - BEHIND, FLOATS}}) {
      gradients.put(range[0], dense, range[0], range[1] - range[0]);
    }
    optimization.step();
    return this;
  }

  private void rows(TableRows table, int count, float[] dense) {
    int[] ids = new int[count];
    float[] names = new float[count];
    for (int i = 0; i < count; i++) {
      // Small numbers come often, and some of the rows never.
      ids[i] = (int) (Math.pow(random.nextDouble(), 3) * table.rows() * 0.9);
      names[i] = ids[i];
    }
    Buffer idBuffer = backend.allocate(count);
    idBuffer.put(0, names, 0, count);
    table.look(count, ids);
    Buffer gradient = gradients.slice(table.at(), table.rows() * table.columns());
    gradient.put(0, new float[gradient.length()], 0, gradient.length());
    table.unmark();
    table.mark(count, ids);
    Buffer dy = backend.allocate(count * table.columns());
    dy.put(0, dense, table.at(), dy.length());
    gather.addRows(count, table.rows(), table.columns(), idBuffer, dy, gradient);
  }

  /** What was moved, once all of it is looked at. */
  float[] parameters() {
    small.look();
    large.look();
    return floats(parameters);
  }

  /** What is there, be it up to date or not. */
  float[] asTheyLie() {
    return floats(parameters);
  }

  void write(int at, float... numbers) {
    parameters.put(at, numbers, 0, numbers.length);
  }

  /** Where the large table begins. */
  int largeAt() {
    return OTHER_AT;
  }

  Map<String, Buffer> moments() {
    return optimization.moments();
  }

  static float[] floats(Buffer buffer) {
    float[] floats = new float[buffer.length()];
    buffer.get(0, floats, 0, floats.length);
    return floats;
  }

  @Override
  public void close() {
    backend.close();
  }
}
