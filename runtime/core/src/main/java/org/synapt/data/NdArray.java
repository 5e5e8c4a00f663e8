package org.synapt.data;

import java.util.Arrays;

/**
 * An array of floats with a shape, for what data need before they are columns; it never changes.
 *
 * <p>Names, shapes and messages are NumPy's; numbers lie row-major. Source: NumPy reference.
 */
public final class NdArray {
  private final int[] shape;
  private final float[] values;

  /** Neither array is copied. */
  NdArray(int[] shape, float[] values) {
    this.shape = shape;
    this.values = values;
  }

  /**
   * An array of one dimension.
   *
   * @param values the numbers, copied
   * @return the array, of shape (n,)
   */
  public static NdArray of(float... values) {
    return new NdArray(new int[] {values.length}, values.clone());
  }

  /**
   * An array of two dimensions.
   *
   * @param rows the rows, copied, all equally long
   * @return the array, of shape (rows, columns)
   * @throws IllegalArgumentException if there is no row, or one is longer than another
   */
  public static NdArray of(float[][] rows) {
    if (rows.length == 0) {
      throw new IllegalArgumentException("an array of rows needs at least one row");
    }
    int columns = rows[0].length;
    float[] values = new float[Math.multiplyExact(rows.length, columns)];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != columns) {
        throw new IllegalArgumentException(
            "the rows are ragged: row 0 has "
                + columns
                + " numbers, but row "
                + i
                + " has "
                + rows[i].length);
      }
      System.arraycopy(rows[i], 0, values, i * columns, columns);
    }
    return new NdArray(new int[] {rows.length, columns}, values);
  }

  /**
   * The examples of a column.
   *
   * @param column the column
   * @return its numbers, of shape (examples, width)
   */
  public static NdArray of(Column column) {
    return new NdArray(new int[] {column.count(), column.width()}, column.toArray());
  }

  /**
   * The extents.
   *
   * @return how far each axis goes
   */
  public int[] shape() {
    return shape.clone();
  }

  /**
   * How many axes there are: NumPy's ndim.
   *
   * @return the number of axes
   */
  public int rank() {
    return shape.length;
  }

  /**
   * How far an axis goes.
   *
   * @param axis the axis; negative ones count from the last
   * @return its extent
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public int extent(int axis) {
    return shape[axis(axis)];
  }

  /**
   * How many numbers there are.
   *
   * @return the product of the extents
   */
  public int size() {
    return values.length;
  }

  /**
   * One number.
   *
   * @param index a position on each axis
   * @return the number
   * @throws IndexOutOfBoundsException if there are more or fewer positions than axes, or one lies
   *     outside
   */
  public float value(int... index) {
    if (index.length != shape.length) {
      throw new IndexOutOfBoundsException(
          "array is " + shape.length + "-dimensional, but " + index.length + " were indexed");
    }
    int at = 0;
    for (int axis = 0; axis < shape.length; axis++) {
      requireIndex(index[axis], axis);
      at = at * shape[axis] + index[axis];
    }
    return values[at];
  }

  private void requireIndex(int index, int axis) {
    if (index < 0 || index >= shape[axis]) {
      throw new IndexOutOfBoundsException(
          "index " + index + " is out of bounds for axis " + axis + " with size " + shape[axis]);
    }
  }

  /**
   * The numbers, row-major.
   *
   * @return a copy
   */
  public float[] toArray() {
    return values.clone();
  }

  /**
   * The same numbers in another shape.
   *
   * @param extents the extents, of which one may be −1: whatever is left
   * @return the array
   * @throws IllegalArgumentException if the shape has more or fewer numbers
   */
  public NdArray reshape(int... extents) {
    int[] wanted = extents.clone();
    int unknown = -1;
    long known = 1;
    for (int axis = 0; axis < wanted.length; axis++) {
      if (wanted[axis] < -1) {
        throw new IllegalArgumentException("negative dimensions are not allowed");
      } else if (wanted[axis] >= 0) {
        known = Math.multiplyExact(known, (long) wanted[axis]);
      } else if (unknown < 0) {
        unknown = axis;
      } else {
        throw new IllegalArgumentException("can only specify one unknown dimension");
      }
    }
    if (unknown >= 0 && known > 0 && values.length % known == 0) {
      wanted[unknown] = (int) (values.length / known);
      known = values.length;
    }
    if (known != values.length || (unknown >= 0 && wanted[unknown] < 0)) {
      throw new IllegalArgumentException(
          "cannot reshape array of size " + values.length + " into shape " + words(extents));
    }
    return new NdArray(wanted, values);
  }

  /**
   * All numbers in one dimension: NumPy's ravel.
   *
   * @return the array, of shape (size,)
   */
  public NdArray flatten() {
    return new NdArray(new int[] {values.length}, values);
  }

  /**
   * The axes in reverse order.
   *
   * @return the array; that of a matrix has columns for rows
   */
  public NdArray transpose() {
    int[] axes = new int[shape.length];
    for (int axis = 0; axis < axes.length; axis++) {
      axes[axis] = axes.length - 1 - axis;
    }
    return transpose(axes);
  }

  /**
   * The axes in another order.
   *
   * @param axes which axis comes first, second and so on
   * @return the array
   * @throws IllegalArgumentException if an axis is missing or comes twice
   */
  public NdArray transpose(int... axes) {
    int[] sorted = axes.clone();
    Arrays.sort(sorted);
    for (int axis = 0; axis < sorted.length; axis++) {
      if (sorted.length != shape.length || sorted[axis] != axis) {
        throw new IllegalArgumentException(
            "axes don't match array: "
                + words(axes)
                + " for an array of dimension "
                + shape.length);
      }
    }
    return NdMoves.transpose(this, axes);
  }

  /**
   * What lies from one position to before another on an axis: NumPy's {@code a[:, from:to]}.
   *
   * @param axis the axis; negative ones count from the last
   * @param from the first position
   * @param to the one after the last
   * @return a copy of that part
   * @throws IndexOutOfBoundsException if it does not lie within
   */
  public NdArray slice(int axis, int from, int to) {
    int along = axis(axis);
    if (from < 0 || to < from || to > shape[along]) {
      throw new IndexOutOfBoundsException(
          from + ":" + to + " is out of bounds for axis " + along + " with size " + shape[along]);
    }
    return NdMoves.slice(this, along, from, to);
  }

  /**
   * What lies at a position of an axis, without that axis: NumPy's {@code a[:, at]}.
   *
   * @param axis the axis; negative ones count from the last
   * @param at the position
   * @return a copy of that part, with an axis fewer
   * @throws IndexOutOfBoundsException if there is no such position
   */
  public NdArray take(int axis, int at) {
    int along = axis(axis);
    requireIndex(at, along);
    NdArray part = NdMoves.slice(this, along, at, at + 1);
    int[] rest = new int[shape.length - 1];
    System.arraycopy(shape, 0, rest, 0, along);
    System.arraycopy(shape, along + 1, rest, along, rest.length - along);
    return new NdArray(rest, part.values);
  }

  /**
   * Arrays one behind the other along an axis that they have.
   *
   * @param axis the axis; negative ones count from the last
   * @param arrays at least one
   * @return the array
   * @throws IllegalArgumentException if the other axes do not agree
   * @throws IndexOutOfBoundsException if they have no such axis
   */
  public static NdArray concatenate(int axis, NdArray... arrays) {
    if (arrays.length == 0) {
      throw new IllegalArgumentException("need at least one array to concatenate");
    }
    return NdMoves.concatenate(arrays[0].axis(axis), arrays);
  }

  /**
   * Arrays beside one another: along the second axis, or the first where there is no other.
   *
   * @param arrays at least one; (3,) and (3,) give (6,)
   * @return the array
   * @throws IllegalArgumentException if the other axes do not agree
   */
  public static NdArray hstack(NdArray... arrays) {
    boolean flat = arrays.length > 0 && arrays[0].shape.length < 2;
    return concatenate(flat ? 0 : 1, NdMoves.atLeast(1, arrays));
  }

  /**
   * Arrays below one another: along the first axis; one of one dimension is a row.
   *
   * @param arrays at least one; (3,) and (3,) give (2, 3)
   * @return the array
   * @throws IllegalArgumentException if the other axes do not agree
   */
  public static NdArray vstack(NdArray... arrays) {
    return concatenate(0, NdMoves.atLeast(2, arrays));
  }

  /**
   * Arrays behind one another: along the third axis, which a matrix is given, as channels of an
   * image are put together.
   *
   * @param arrays at least one; (3,) and (3,) give (1, 3, 2)
   * @return the array
   * @throws IllegalArgumentException if the other axes do not agree
   */
  public static NdArray dstack(NdArray... arrays) {
    return concatenate(2, NdMoves.atLeast(3, arrays));
  }

  /**
   * Rows of length 1 along the last axis: {@code y = x / √Σx²}, as Keras's normalize; a row of
   * zeros stays.
   *
   * @return the array
   */
  public NdArray normalize() {
    int width = shape.length == 0 ? 1 : shape[shape.length - 1];
    float[] scaled = values.clone();
    for (int at = 0; at < scaled.length; at += width) {
      double squares = 0;
      for (int j = at; j < at + width; j++) {
        squares += (double) values[j] * values[j];
      }
      double norm = squares == 0 ? 1 : Math.sqrt(squares);
      for (int j = at; j < at + width; j++) {
        scaled[j] = (float) (values[j] / norm);
      }
    }
    return new NdArray(shape, scaled);
  }

  /**
   * A column of examples, which lie along the first axis.
   *
   * @param name the network's row that it feeds or is the target of
   * @return the column, as wide as the other axes together; shares the numbers
   * @throws IllegalArgumentException if there is no axis, or an example has no numbers
   */
  public Column column(String name) {
    if (shape.length == 0) {
      throw new IllegalArgumentException(name + " needs an axis that counts its examples");
    }
    int width = 1;
    for (int axis = 1; axis < shape.length; axis++) {
      width *= shape[axis];
    }
    return Column.of(name, width, values);
  }

  private int axis(int axis) {
    int counted = axis < 0 ? axis + shape.length : axis;
    if (counted < 0 || counted >= shape.length) {
      throw new IndexOutOfBoundsException(
          "axis " + axis + " is out of bounds for array of dimension " + shape.length);
    }
    return counted;
  }

  /** The extents themselves, not to be written to. */
  int[] extents() {
    return shape;
  }

  /** The numbers themselves, not to be written to. */
  float[] values() {
    return values;
  }

  static String words(int[] shape) {
    StringBuilder words = new StringBuilder("(");
    for (int axis = 0; axis < shape.length; axis++) {
      words.append(axis == 0 ? "" : ",").append(shape[axis]);
    }
    return words.append(shape.length == 1 ? ",)" : ")").toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NdArray array
        && Arrays.equals(shape, array.shape)
        && Arrays.equals(values, array.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
  }

  /** The shape, and the numbers if they are few. */
  @Override
  public String toString() {
    return "array" + words(shape) + (values.length > 100 ? "" : " " + Arrays.toString(values));
  }
}
