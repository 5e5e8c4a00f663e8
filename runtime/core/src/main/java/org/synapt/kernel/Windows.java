package org.synapt.kernel;

import java.util.Arrays;

/**
 * How a window moves over an image of one to three axes, channels not counted: {@code
 * Windows.over(28, 28).sized(3, 3).padding(1, 1, 1, 1)}.
 *
 * <p>Along each axis, window i takes the positions {@code i · stride − before + j · dilation} for j
 * below its size; those outside the image are padding. There are {@code (extent + before + after −
 * (size − 1) · dilation − 1) / stride + 1} windows, rounded down. Never changes; two are equal only
 * if they are the same, so that a backend may keep what it prepares by the object.
 */
public final class Windows {
  private final int[] extents;
  private final int[] size;
  private final int[] strides;
  private final int[] dilation;
  private final int[] padding;

  private Windows(int[] extents, int[] size, int[] strides, int[] dilation, int[] padding) {
    this.extents = extents;
    this.size = size;
    this.strides = strides;
    this.dilation = dilation;
    this.padding = padding;
  }

  /**
   * Windows of one position each.
   *
   * @param extents the extents of the image, one to three
   * @return the windows
   * @throws IllegalArgumentException if there are no extents or more than three, or one below 1
   */
  public static Windows over(int... extents) {
    if (extents.length < 1 || extents.length > 3) {
      throw new IllegalArgumentException(
          "an image has one to three axes, not " + Arrays.toString(extents));
    }
    int[] ones = new int[extents.length];
    Arrays.fill(ones, 1);
    return new Windows(
        counts("extents", extents, extents.length), ones, ones, ones, new int[2 * extents.length]);
  }

  /**
   * The same, larger or smaller.
   *
   * @param size how many positions a window takes along each axis
   * @return the windows
   * @throws IllegalArgumentException if there is not one number for each axis, or one below 1
   */
  public Windows sized(int... size) {
    return new Windows(extents, counts("size", size, rank()), strides, dilation, padding);
  }

  /**
   * The same, further apart or nearer.
   *
   * @param strides how far apart neighbouring windows begin along each axis
   * @return the windows
   * @throws IllegalArgumentException if there is not one number for each axis, or one below 1
   */
  public Windows strides(int... strides) {
    return new Windows(extents, size, counts("strides", strides, rank()), dilation, padding);
  }

  /**
   * The same, drawn apart.
   *
   * @param dilation how far apart the positions of a window are along each axis
   * @return the windows
   * @throws IllegalArgumentException if there is not one number for each axis, or one below 1
   */
  public Windows dilated(int... dilation) {
    return new Windows(extents, size, strides, counts("dilation", dilation, rank()), padding);
  }

  /**
   * The same over an image with padding.
   *
   * @param padding before and after, for each axis: {@code top, bottom, left, right}
   * @return the windows
   * @throws IllegalArgumentException if there are not two numbers for each axis, or one below 0
   */
  public Windows padding(int... padding) {
    boolean negative = Arrays.stream(padding).anyMatch(number -> number < 0);
    if (padding.length != 2 * rank() || negative) {
      throw new IllegalArgumentException(
          "padding takes " + 2 * rank() + " numbers from 0, not " + Arrays.toString(padding));
    }
    return new Windows(extents, size, strides, dilation, padding.clone());
  }

  private static int[] counts(String what, int[] numbers, int rank) {
    if (numbers.length != rank || Arrays.stream(numbers).anyMatch(number -> number < 1)) {
      throw new IllegalArgumentException(
          what + " takes " + rank + " numbers from 1, not " + Arrays.toString(numbers));
    }
    return numbers.clone();
  }

  /**
   * The axes of the image, channels not counted.
   *
   * @return a number from 1 to 3
   */
  public int rank() {
    return extents.length;
  }

  /**
   * The positions of the image along an axis.
   *
   * @param axis the axis
   * @return how many positions there are
   */
  public int extent(int axis) {
    return extents[axis];
  }

  /**
   * The positions that a window takes along an axis.
   *
   * @param axis the axis
   * @return how many positions
   */
  public int size(int axis) {
    return size[axis];
  }

  /**
   * How far apart neighbouring windows begin along an axis.
   *
   * @param axis the axis
   * @return the distance, at least 1
   */
  public int stride(int axis) {
    return strides[axis];
  }

  /**
   * How far apart the positions of a window are along an axis.
   *
   * @param axis the axis
   * @return the distance, at least 1
   */
  public int dilation(int axis) {
    return dilation[axis];
  }

  /**
   * The padding in front of the image along an axis.
   *
   * @param axis the axis
   * @return how many positions
   */
  public int before(int axis) {
    return padding[2 * axis];
  }

  /**
   * The padding behind the image along an axis.
   *
   * @param axis the axis
   * @return how many positions
   */
  public int after(int axis) {
    return padding[2 * axis + 1];
  }

  /**
   * The windows along an axis.
   *
   * @param axis the axis
   * @return how many there are; 0 where none fits
   */
  public int count(int axis) {
    int span = (size[axis] - 1) * dilation[axis] + 1;
    int room = extents[axis] + before(axis) + after(axis) - span;
    return room < 0 ? 0 : room / strides[axis] + 1;
  }

  /**
   * The positions of the image.
   *
   * @return all extents, multiplied
   */
  public int positions() {
    int positions = 1;
    for (int axis = 0; axis < rank(); axis++) {
      positions *= extent(axis);
    }
    return positions;
  }

  /**
   * The windows.
   *
   * @return how many there are
   */
  public int count() {
    int count = 1;
    for (int axis = 0; axis < rank(); axis++) {
      count *= count(axis);
    }
    return count;
  }

  /**
   * The positions that a window takes.
   *
   * @return its sizes, multiplied
   */
  public int size() {
    int positions = 1;
    for (int axis = 0; axis < rank(); axis++) {
      positions *= size(axis);
    }
    return positions;
  }

  @Override
  public String toString() {
    return "windows "
        + Arrays.toString(size)
        + " over "
        + Arrays.toString(extents)
        + ", strides "
        + Arrays.toString(strides)
        + ", dilation "
        + Arrays.toString(dilation)
        + ", padding "
        + Arrays.toString(padding);
  }
}
