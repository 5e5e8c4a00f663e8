package org.synapt.backend.nd4j;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Copy;

/** Columns as a {@link Movement}. */
final class Nd4jCopy implements Copy {
  private final Movement movement;

  Nd4jCopy(Engine engine) {
    movement = new Movement(engine);
  }

  @Override
  public void columns(
      int rows, int columns, Buffer x, int xAt, int xColumns, Buffer y, int yAt, int yColumns) {
    movement
        .begin()
        .axis(rows, xColumns, yColumns)
        .axis(columns, 1, 1)
        .move(Nd4jBuffer.of(x), xAt, Nd4jBuffer.of(y), yAt);
  }
}
