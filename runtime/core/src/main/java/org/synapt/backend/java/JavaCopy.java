package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Copy;

/** Copies columns row by row, or all at once where both matrices are copied whole. */
final class JavaCopy implements Copy {
  JavaCopy() {}

  @Override
  public void columns(
      int rows, int columns, Buffer x, int xAt, int xColumns, Buffer y, int yAt, int yColumns) {
    float[] from = ArrayBuffer.array(x);
    float[] to = ArrayBuffer.array(y);
    int fromAt = ArrayBuffer.at(x) + xAt;
    int toAt = ArrayBuffer.at(y) + yAt;
    if (columns == xColumns && columns == yColumns) {
      System.arraycopy(from, fromAt, to, toAt, rows * columns);
      return;
    }
    for (int i = 0; i < rows; i++) {
      System.arraycopy(from, fromAt + i * xColumns, to, toAt + i * yColumns, columns);
    }
  }
}
