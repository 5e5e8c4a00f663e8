package org.synapt.backend.java;

import java.util.Arrays;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Formula;

/**
 * Runs formulas over any memory, on the thread that calls: a block of each operand is copied to an
 * array that fits the L1 cache, the formula runs there, and the result is copied back.
 *
 * <p>HotSpot vectorises loops over arrays, and not over native memory; the copies cost less than
 * what that gains. Vectors are repeated as often as a block has rows.
 */
public final class FormulaRows {
  /**
   * Floats in a block: with two operands as fast as 1024 or up to a tenth faster; 512 and 4096 are
   * slower by up to a third.
   */
  public static final int BLOCK = 2048;

  private final BlockWriting writing;
  private final Part[] parts;

  /**
   * Arrays for each of the parts that may run at the same time.
   *
   * @param parts how many may
   * @param writing how results are written; who runs a formula says when it is {@link
   *     BlockWriting#done done}
   */
  public FormulaRows(int parts, BlockWriting writing) {
    this.writing = writing;
    this.parts = new Part[parts];
    for (int i = 0; i < parts; i++) {
      this.parts[i] = new Part();
    }
  }

  /**
   * {@code y = f(x[0], x[1], …)} for some whole rows.
   *
   * @param part whose arrays it uses
   * @param f the formula
   * @param columns the columns of y
   * @param from the first row
   * @param to the row after the last
   * @param y [rows, columns], written; may be any of x that has its shape
   * @param x read: first the formula's values [rows, columns], then its vectors [columns]
   */
  public void run(int part, Formula f, int columns, int from, int to, Buffer y, Buffer... x) {
    if (f.vectors() == 0) {
      block(part, f, 0, from * columns, to * columns, 0, 1, y, x);
    } else if (columns > BLOCK) {
      block(part, f, columns, 0, columns, from, to, y, x);
    } else {
      rows(parts[part], f, columns, from, to, y, x);
    }
  }

  /**
   * The same for some columns of some rows.
   *
   * @param part whose arrays it uses
   * @param f the formula
   * @param columns the columns of y: from a row to the next, in floats
   * @param columnFrom the first column
   * @param columnTo the column after the last
   * @param from the first row
   * @param to the row after the last
   * @param y written
   * @param x read
   */
  public void block(
      int part,
      Formula f,
      int columns,
      int columnFrom,
      int columnTo,
      int from,
      int to,
      Buffer y,
      Buffer... x) {
    Part heap = parts[part];
    for (int at = columnFrom; at < columnTo; at += BLOCK) {
      int n = Math.min(BLOCK, columnTo - at);
      heap.tile(f, x, at, n, 1);
      for (int i = from; i < to; i++) {
        heap.run(f, x, y, i * columns + at, n);
      }
    }
  }

  /** Some whole rows, several at a time. */
  private void rows(Part heap, Formula f, int columns, int from, int to, Buffer y, Buffer... x) {
    int step = Math.min(Math.max(1, BLOCK / Math.max(1, columns)), to - from);
    heap.tile(f, x, 0, columns, step);
    for (int i = from; i < to; i += step) {
      heap.run(f, x, y, i * columns, Math.min(step, to - i) * columns);
    }
  }

  /** A block of each operand; the result is written over the first value, to fill less of L1. */
  private final class Part {
    /** For a result of vectors alone, which serve more than one block. */
    private final float[] alone = new float[BLOCK];

    private float[][] operands = new float[0][];

    /** Fills the rows of the vectors with copies of some of their columns. */
    void tile(Formula f, Buffer[] x, int at, int n, int times) {
      reserve(x.length);
      for (int k = f.values(); k < x.length; k++) {
        float[] row = operands[k];
        x[k].get(at, row, 0, n);
        for (int i = 1; i < times; i++) {
          System.arraycopy(row, 0, row, i * n, n);
        }
      }
    }

    /** Computes n floats from {@code at}; the vectors are in place. */
    void run(Formula f, Buffer[] x, Buffer y, int at, int n) {
      for (int k = 0; k < f.values(); k++) {
        x[k].get(at, operands[k], 0, n);
      }
      float[] result = f.values() == 0 ? alone : operands[0];
      f.apply(n, result, operands);
      writing.write(y, at, result, 0, n);
    }

    private void reserve(int count) {
      int from = operands.length;
      if (count > from) {
        operands = Arrays.copyOf(operands, count);
        for (int i = from; i < count; i++) {
          operands[i] = new float[BLOCK];
        }
      }
    }
  }
}
