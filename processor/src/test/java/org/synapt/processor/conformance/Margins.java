package org.synapt.processor.conformance;

import static org.synapt.processor.conformance.Declaration.list;

import java.util.Arrays;

/** Zeros put around an array, and elements taken from its ends. */
final class Margins {

  private Margins() {}

  /** Puts zeros at both ends of an axis; takes elements where there are fewer than none. */
  static Row pad(Declaration it, Row x, int axis, int before, int after) {
    Row cropped = write(it, x, axis, "Cropping", -1, Math.max(-before, 0), Math.max(-after, 0));
    return write(it, cropped, axis, "ZeroPadding", 1, Math.max(before, 0), Math.max(after, 0));
  }

  /** The elements of an axis from one to another, which is left out. */
  static Row slice(Declaration it, Row x, int axis, int from, int to) {
    return pad(it, x, axis, -from, to - x.shape()[axis]);
  }

  private static Row write(
      Declaration it, Row x, int axis, String layer, int sign, int before, int after) {
    if (before == 0 && after == 0) {
      return x;
    }
    int[] shape = x.shape().clone();
    shape[axis] += sign * (before + after);
    if (shape[axis] < 1) {
      throw new OutOfScope("empty arrays");
    }
    int leading = Array.size(Arrays.copyOf(x.shape(), axis));
    int behind = x.size() / leading / x.shape()[axis];
    String attribute = layer.equals("Cropping") ? "cropping" : "padding";
    if (leading == 1) {
      String text = "@%s1D(%s = %s)".formatted(layer, attribute, list(before, after));
      Row lines = it.reshape(x, x.shape()[axis], behind);
      return it.reshape(it.write(new int[] {shape[axis], behind}, text, lines), shape);
    }
    String text = "@%s2D(%s = %s)".formatted(layer, attribute, list(0, 0, before, after));
    Row lines = it.reshape(x, leading, x.shape()[axis], behind);
    return it.reshape(it.write(new int[] {leading, shape[axis], behind}, text, lines), shape);
  }

  /** Puts zeros around an image. */
  static Row pad(Declaration it, Row x, int[] before, int[] after) {
    return around(it, x, "ZeroPadding%sD(padding = %s)", 1, before, after);
  }

  /** Takes the margins of an image away. */
  static Row crop(Declaration it, Row x, int[] before, int[] after) {
    return around(it, x, "Cropping%sD(cropping = %s)", -1, before, after);
  }

  private static Row around(
      Declaration it, Row x, String layer, int sign, int[] before, int[] after) {
    int axes = before.length;
    int[] margins = new int[2 * axes];
    int[] shape = x.shape().clone();
    for (int axis = 0; axis < axes; axis++) {
      margins[2 * axis] = before[axis];
      margins[2 * axis + 1] = after[axis];
      shape[axis] += sign * (before[axis] + after[axis]);
    }
    return Arrays.equals(shape, x.shape())
        ? x
        : it.write(shape, "@" + layer.formatted(axes, list(margins)), x);
  }
}
