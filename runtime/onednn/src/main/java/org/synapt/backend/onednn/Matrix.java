package org.synapt.backend.onednn;

import org.bytedeco.dnnl.dnnl_memory_desc;

/**
 * A stretch of native memory, seen as a matrix.
 *
 * @param memory where it lies
 * @param at its first float there
 * @param rows how many rows
 * @param columns how many columns
 * @param rowStep floats from one row to the next
 * @param columnStep floats from one column to the next
 */
record Matrix(NativeMemory memory, int at, int rows, int columns, int rowStep, int columnStep) {
  /**
   * One row after another, from the beginning of a buffer.
   *
   * @throws IndexOutOfBoundsException if the buffer is shorter
   */
  static Matrix rowMajor(NativeBuffer buffer, int rows, int columns) {
    if ((long) rows * columns > buffer.length()) {
      throw new IndexOutOfBoundsException(
          "[" + rows + ", " + columns + "] does not lie within " + buffer.length() + " floats");
    }
    return rowMajor(buffer.memory(), buffer.at(), rows, columns);
  }

  /** One row after another. */
  static Matrix rowMajor(NativeMemory memory, int at, int rows, int columns) {
    return new Matrix(memory, at, rows, columns, columns, 1);
  }

  /** The same floats, with rows for columns. */
  Matrix transposed() {
    return new Matrix(memory, at, columns, rows, columnStep, rowStep);
  }

  /** Some rows of some columns. */
  Matrix block(int row, int blockRows, int column, int blockColumns) {
    int first = at + row * rowStep + column * columnStep;
    return new Matrix(memory, first, blockRows, blockColumns, rowStep, columnStep);
  }

  Layout layout() {
    return Layout.strided(new long[] {rows, columns}, new long[] {rowStep, columnStep});
  }

  /** This as an end of a copy, laid out so. */
  LayoutChange.End end(dnnl_memory_desc layout) {
    return new LayoutChange.End(layout, memory, at);
  }

  /** What a primitive calls this. */
  Operand operand(int argument, Layout layout) {
    return new Operand(argument, layout.descriptor(), memory, at);
  }
}
