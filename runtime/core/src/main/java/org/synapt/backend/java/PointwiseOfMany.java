package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Formula;
import org.synapt.kernel.Pointwise;

/** Takes one, two or three operands as it takes many, in arrays that are made once. */
public abstract class PointwiseOfMany implements Pointwise {
  private final Buffer[] one = new Buffer[1];
  private final Buffer[] two = new Buffer[2];
  private final Buffer[] three = new Buffer[3];

  /** For kernels of backends. */
  protected PointwiseOfMany() {}

  @Override
  public final void apply(int rows, int columns, Formula f, Buffer y, Buffer x) {
    one[0] = x;
    apply(rows, columns, f, y, one);
  }

  @Override
  public final void apply(int rows, int columns, Formula f, Buffer y, Buffer x0, Buffer x1) {
    two[0] = x0;
    two[1] = x1;
    apply(rows, columns, f, y, two);
  }

  @Override
  public final void apply(
      int rows, int columns, Formula f, Buffer y, Buffer x0, Buffer x1, Buffer x2) {
    three[0] = x0;
    three[1] = x1;
    three[2] = x2;
    apply(rows, columns, f, y, three);
  }
}
