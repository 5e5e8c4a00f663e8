package org.synapt.nd4j;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.synapt.backend.nd4j.Nd4jBuffer;
import org.synapt.data.Column;

/** Columns of data sets over arrays of ND4J. */
public final class Columns {
  private Columns() {}

  /**
   * A column over an array.
   *
   * <p>An array of floats in C order is read where it lies, so that what is written to it later is
   * in the column too. Doubles, halves, whole numbers, other orders and views with gaps are copied
   * once, and so is what lies in a workspace, which the column may outlive. Whole numbers above 2²⁴
   * are rounded, as everywhere in floats.
   *
   * @param name the network's row that it feeds or is the target of
   * @param array {@code [b, …shape]}, or {@code [b, size]} where size is the floats of one example,
   *     or {@code [b]} where that is 1
   * @param shape the extents of one example, those below 0 as the array has them; none for a single
   *     number
   * @return the column
   * @throws IllegalArgumentException if the array has another shape, or is empty, closed,
   *     compressed, too long for an index, or not of numbers
   */
  public static Column of(String name, INDArray array, int... shape) {
    return of(name, array, BatchShape.of(shape));
  }

  static Column of(String name, @Nullable INDArray array, BatchShape shape) {
    INDArray numbers = Given.numbers(name, array);
    BatchShape known = shape.in(numbers);
    known.examples(name, numbers);
    return Column.of(name, known.size(), Nd4jBuffer.of(Given.lastingFloats(name, array)));
  }
}
