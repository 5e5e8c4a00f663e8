package org.synapt.backend.onednn;

import org.synapt.backend.java.Parts;
import org.synapt.backend.java.Workers;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Copy;

/** Copies columns row by row, or all at once where both matrices are copied whole. */
final class NativeCopy implements Copy {
  /** Below this many floats a second thread does not pay. */
  private static final int PARALLEL = 1 << 17;

  private final Engine engine;
  private final Workers.Task part = this::part;

  private int rows;
  private int columns;
  private NativeBuffer x;
  private int xAt;
  private int xColumns;
  private NativeBuffer y;
  private int yAt;
  private int yColumns;
  private int parts;

  @SuppressWarnings("NullAway.Init") // Each call brings its operands.
  NativeCopy(Engine engine) {
    this.engine = engine;
  }

  @Override
  public void columns(
      int rows, int columns, Buffer x, int xAt, int xColumns, Buffer y, int yAt, int yColumns) {
    boolean whole = columns == xColumns && columns == yColumns;
    this.rows = whole ? 1 : rows;
    this.columns = whole ? rows * columns : columns;
    this.x = NativeBuffer.of(x);
    this.xAt = xAt;
    this.xColumns = xColumns;
    this.y = NativeBuffer.of(y);
    this.yAt = yAt;
    this.yColumns = yColumns;
    parts = (long) rows * columns < PARALLEL ? 1 : engine.workers().threads();
    engine.workers().run(parts, part);
    this.y.memory().touch();
  }

  private void part(int i) {
    if (rows == 1) {
      int from = Parts.begin(columns, i, parts);
      y.write(yAt + from, x, xAt + from, Parts.begin(columns, i + 1, parts) - from);
      return;
    }
    int end = Parts.begin(rows, i + 1, parts);
    for (int row = Parts.begin(rows, i, parts); row < end; row++) {
      y.write(row * yColumns + yAt, x, row * xColumns + xAt, columns);
    }
  }
}
