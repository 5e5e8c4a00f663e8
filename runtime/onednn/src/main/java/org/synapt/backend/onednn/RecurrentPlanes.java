package org.synapt.backend.onednn;

import java.util.Arrays;
import org.synapt.backend.java.GatePlanes;
import org.synapt.backend.java.HeapBlock;
import org.synapt.buffer.Buffer;

/**
 * Some examples of a part, so few that a step's planes of them stay in the L1 cache: on the heap,
 * where formulas run over them, while products are made in native memory.
 */
final class RecurrentPlanes {
  /** The states, or their gradients, stay in them from step to step. */
  final GatePlanes gates = new GatePlanes();

  /** What a step that does not count must leave as it was: h, and c. */
  final float[] held;

  final float[] heldCell;

  /** For what is only passing. */
  final float[] work;

  /** The gradients of the gates' sums, added up over the steps; last what is kept apart. */
  final float[][] bias;

  private final int units;
  private final int count;
  private final int first;
  private final int rows;
  private final float[] counts = new float[1];

  private RecurrentPlanes(int first, int rows, int units, int count) {
    this.first = first;
    this.rows = rows;
    this.units = units;
    this.count = count;
    this.held = new float[rows * units];
    this.heldCell = new float[rows * units];
    this.work = new float[rows * units];
    this.bias = new float[count + 1][rows * units];
  }

  /**
   * Divides the rows of a part.
   *
   * @param rows the rows
   * @param units the columns of a plane
   * @param count how many gates there are
   */
  static RecurrentPlanes[] divide(int rows, int units, int count) {
    int most = Math.min(rows, HeapBlock.rows(units));
    RecurrentPlanes[] blocks = new RecurrentPlanes[(rows + most - 1) / most];
    for (int i = 0; i < blocks.length; i++) {
      int from = i * most;
      blocks[i] = new RecurrentPlanes(from, Math.min(most, rows - from), units, count);
    }
    return blocks;
  }

  /** Makes room for a call. */
  void prepare(RecurrentCall call) {
    gates.prepare(call.functions(), floats());
  }

  /** The first row. */
  int first() {
    return first;
  }

  /** The row behind the last. */
  int end() {
    return first + rows;
  }

  int rows() {
    return rows;
  }

  /** The floats of a plane. */
  int floats() {
    return rows * units;
  }

  /** Where the planes begin among those of all rows. */
  int at() {
    return first * units;
  }

  /** Reads the block's rows of a matrix as wide as a plane. */
  void read(NativeMemory memory, float[] plane) {
    memory.get(first * units, plane, 0, floats());
  }

  /** Writes them. */
  void write(float[] plane, NativeMemory memory) {
    memory.write(first * units, plane, 0, floats());
  }

  /** Reads a plane of columns that lie beside those of other gates. */
  void readBeside(NativeMemory memory, int gate, float[] plane) {
    int columns = count * units;
    int at = first * columns + gate * units;
    for (int i = 0; i < rows; i++) {
      memory.get(at + i * columns, plane, i * units, units);
    }
  }

  /** Writes one. */
  void writeBeside(float[] plane, NativeMemory memory, int gate) {
    int columns = count * units;
    int at = first * columns + gate * units;
    for (int i = 0; i < rows; i++) {
      memory.write(at + i * columns, plane, i * units, units);
    }
  }

  /** Reads a part's row, one of the block, from elsewhere. */
  void readRow(int row, Buffer from, int at, float[] plane) {
    from.get(at, plane, (row - first) * units, units);
  }

  /** Writes one elsewhere. */
  void writeRow(int row, float[] plane, Buffer to, int at) {
    NativeBuffer.of(to).write(at, plane, (row - first) * units, units);
  }

  /** Writes one elsewhere. */
  void writeRow(int row, float[] plane, NativeMemory to, int at) {
    to.write(at, plane, (row - first) * units, units);
  }

  /** Copies a row from plane to plane. */
  void copyRow(int row, float[] from, float[] to) {
    int at = (row - first) * units;
    System.arraycopy(from, at, to, at, units);
  }

  /** Zeroes a row of a plane. */
  void clearRow(int row, float[] plane) {
    int at = (row - first) * units;
    Arrays.fill(plane, at, at + units, 0f);
  }

  /** Whether a step of an example counts. */
  boolean counts(RecurrentCall call, int example, int step) {
    call.mask.get(call.maskAt(example, step), counts, 0, 1);
    return counts[0] != 0f;
  }

  /**
   * Saves the gates, and their sums if slopes are of those.
   *
   * @return where they end
   */
  int save(RecurrentCall call, int at) {
    int to = at;
    for (int gate = 0; gate < count; gate++) {
      to = save(gates.gate(gate), call, to);
    }
    for (int gate = 0; call.needsSums() && gate < count; gate++) {
      to = save(gates.sum(gate), call, to);
    }
    return to;
  }

  /** Saves a plane, and says where it ends. */
  int save(float[] plane, RecurrentCall call, int at) {
    NativeBuffer.of(call.saved).write(at, plane, 0, floats());
    return at + floats();
  }

  /** Reads what {@link #save(RecurrentCall, int)} wrote, and says where it ends. */
  int load(RecurrentCall call, int at) {
    int from = at;
    for (int gate = 0; gate < count; gate++) {
      from = load(gates.gate(gate), call, from);
    }
    for (int gate = 0; call.needsSums() && gate < count; gate++) {
      from = load(gates.sum(gate), call, from);
    }
    return from;
  }

  /** Reads a plane, and says where it ends. */
  int load(float[] plane, RecurrentCall call, int at) {
    call.saved.get(at, plane, 0, floats());
    return at + floats();
  }

  /** {@code y = y + x}. */
  static void add(int n, float[] x, float[] y) {
    for (int j = 0; j < n; j++) {
      y[j] += x[j];
    }
  }
}
