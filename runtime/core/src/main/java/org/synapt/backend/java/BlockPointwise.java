package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Formula;

/** Runs formulas over any memory, a share of the rows for each thread. */
public final class BlockPointwise extends PointwiseOfMany {
  /** Below this many floats a second thread does not pay. */
  private static final int PARALLEL = 1 << 16;

  /** Rows for each thread from which on it matters little that one has a row more. */
  private static final int EVEN = 8;

  private final Workers workers;
  private final BlockWriting writing;
  private final FormulaRows blocks;
  private final Workers.Task part = this::part;

  private Formula f;
  private Buffer y;
  private Buffer[] x;
  private int rows;
  private int columns;
  private int parts;

  /**
   * The kernel for a memory.
   *
   * @param workers who runs it
   * @param writing how its result is written
   */
  public BlockPointwise(Workers workers, BlockWriting writing) {
    this.workers = workers;
    this.writing = writing;
    this.blocks = new FormulaRows(workers.threads(), writing);
  }

  @Override
  public void apply(int rows, int columns, Formula f, Buffer y, Buffer[] x) {
    this.f = f;
    this.y = y;
    this.x = x;
    boolean flat = f.vectors() == 0;
    this.rows = flat ? 1 : rows;
    this.columns = flat ? rows * columns : columns;
    this.parts = rows * columns < PARALLEL ? 1 : workers.threads();
    workers.run(parts, part);
    writing.done(y);
  }

  /** A share of the rows if there are enough, else of the columns. */
  private void part(int i) {
    if (rows >= EVEN * parts) {
      blocks.run(i, f, columns, Parts.begin(rows, i, parts), Parts.begin(rows, i + 1, parts), y, x);
    } else {
      blocks.block(
          i,
          f,
          columns,
          Parts.begin(columns, i, parts),
          Parts.begin(columns, i + 1, parts),
          0,
          rows,
          y,
          x);
    }
  }
}
