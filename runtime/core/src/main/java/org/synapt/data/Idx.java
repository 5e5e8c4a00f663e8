package org.synapt.data;

/** An array with its extents, as an IDX file holds it. */
public final class Idx {
  private final int[] shape;
  private final float[] values;

  Idx(int[] shape, float[] values) {
    this.shape = shape;
    this.values = values;
  }

  /**
   * The extents; the first counts the items.
   *
   * @return the extents
   */
  public int[] shape() {
    return shape.clone();
  }

  /**
   * The numbers, row-major.
   *
   * @return the array itself
   */
  public float[] values() {
    return values;
  }
}
