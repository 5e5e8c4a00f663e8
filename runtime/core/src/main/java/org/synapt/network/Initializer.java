package org.synapt.network;

/** How a parameter starts. */
@FunctionalInterface
public interface Initializer {
  /**
   * Draws the numbers of a parameter.
   *
   * @param shape its extents; read
   * @param seed what the numbers follow from
   * @return as many numbers as the extents multiply to, row-major
   */
  float[] draw(int[] shape, Seed seed);
}
