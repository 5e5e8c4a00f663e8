package org.synapt.backend.nd4j;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.ZeroPadding;

/** Zeros everywhere, then what lies between them; without margins, what lies there alone. */
final class Nd4jZeroPadding implements ZeroPadding {
  private final Movement movement;
  private final Zeros zeros = new Zeros();

  Nd4jZeroPadding(Engine engine) {
    movement = new Movement(engine);
  }

  @Override
  public void pad(int batch, int[] extents, int[] padding, Buffer x, Buffer y) {
    Nd4jBuffer to = Nd4jBuffer.of(y);
    int large = size(extents, padding, 0);
    if (large > size(extents, 0)) {
      zeros.write(batch * large, to);
    }
    movement.begin().axis(batch, size(extents, 0), large);
    for (int axis = 0; axis < extents.length; axis++) {
      movement.axis(extents[axis], size(extents, axis + 1), size(extents, padding, axis + 1));
    }
    movement.move(Nd4jBuffer.of(x), 0, to, corner(extents, padding));
  }

  @Override
  public void crop(int batch, int[] extents, int[] padding, Buffer x, Buffer y) {
    movement.begin().axis(batch, size(extents, padding, 0), size(extents, 0));
    for (int axis = 0; axis < extents.length; axis++) {
      movement.axis(extents[axis], size(extents, padding, axis + 1), size(extents, axis + 1));
    }
    movement.move(Nd4jBuffer.of(x), corner(extents, padding), Nd4jBuffer.of(y), 0);
  }

  /** The extents from an axis on, multiplied. */
  private static int size(int[] extents, int from) {
    int size = 1;
    for (int axis = from; axis < extents.length; axis++) {
      size *= extents[axis];
    }
    return size;
  }

  /** The extents from an axis on, with their margins, multiplied. */
  private static int size(int[] extents, int[] padding, int from) {
    int size = 1;
    for (int axis = from; axis < extents.length; axis++) {
      size *= padding[2 * axis] + extents[axis] + padding[2 * axis + 1];
    }
    return size;
  }

  /** The first float between the margins. */
  private static int corner(int[] extents, int[] padding) {
    int corner = 0;
    for (int axis = 0; axis < extents.length; axis++) {
      corner += padding[2 * axis] * size(extents, padding, axis + 1);
    }
    return corner;
  }
}
