package org.synapt.backend.nd4j;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Permute;

/** Axes in another order as a {@link Movement} along the axes of y. */
final class Nd4jPermute implements Permute {
  private final Movement movement;

  Nd4jPermute(Engine engine) {
    movement = new Movement(engine);
  }

  @Override
  public void permute(int batch, int[] extents, int[] order, Buffer x, Buffer y) {
    int size = product(extents, 0);
    movement.begin().axis(batch, size, size);
    int yStep = size;
    for (int axis : order) {
      yStep /= extents[axis];
      movement.axis(extents[axis], product(extents, axis + 1), yStep);
    }
    movement.move(Nd4jBuffer.of(x), 0, Nd4jBuffer.of(y), 0);
  }

  /** The extents from an axis on, multiplied. */
  private static int product(int[] extents, int from) {
    int product = 1;
    for (int axis = from; axis < extents.length; axis++) {
      product *= extents[axis];
    }
    return product;
  }
}
