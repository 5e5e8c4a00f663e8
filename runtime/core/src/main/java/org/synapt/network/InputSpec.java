package org.synapt.network;

import java.util.Arrays;

/** An input of a network: its name and the extents of one example. */
public final class InputSpec {
  private final String name;
  private final int[] shape;

  InputSpec(String name, int[] shape) {
    this.name = name;
    this.shape = shape;
  }

  /**
   * The row's name.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * The extents of one example.
   *
   * @return the extents
   */
  public int[] shape() {
    return shape.clone();
  }

  /**
   * The floats of one example.
   *
   * @return the extents, multiplied
   */
  public int size() {
    return Signature.size(shape);
  }

  /** {@code digit [10]}. */
  @Override
  public String toString() {
    return name + " " + Arrays.toString(shape);
  }
}
