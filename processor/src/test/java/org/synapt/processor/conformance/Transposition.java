package org.synapt.processor.conformance;

import static org.synapt.processor.conformance.Declaration.list;

import java.util.stream.IntStream;

/** How a transposed convolution lays its windows out, along each axis. */
final class Transposition {
  private final int[] size;
  private final int[] strides;
  private final int[] dilations;
  private final int[] layer;
  private final int[] more;
  private final int[] first;
  private final int[] last;
  private final boolean same;

  /**
   * Windows, by what a case says of them.
   *
   * @param size how many positions a window takes
   * @param strides how far apart windows begin
   * @param dilations how far apart a window's positions are
   * @param layer how many positions the layer gives
   * @param more how many of them no window reaches
   * @param first how many are to be taken from the front
   * @param last how many are to be taken from the end
   * @param same whether the layer takes them itself
   */
  Transposition(
      int[] size,
      int[] strides,
      int[] dilations,
      int[] layer,
      int[] more,
      int[] first,
      int[] last,
      boolean same) {
    this.size = size;
    this.strides = strides;
    this.dilations = dilations;
    this.layer = layer;
    this.more = more;
    this.first = first;
    this.last = last;
    this.same = same;
  }

  int[] size() {
    return size;
  }

  int[] strides() {
    return strides;
  }

  int[] dilations() {
    return dilations;
  }

  int[] layer() {
    return layer;
  }

  int[] more() {
    return more;
  }

  int[] first() {
    return first;
  }

  int[] last() {
    return last;
  }

  boolean same() {
    return same;
  }

  static Transposition of(Node node, int[] image, int... size) {
    int axes = image.length;
    int[] strides = node.integers("strides", axes, 1);
    int[] dilations = node.integers("dilations", axes, 1);
    int[] layer = new int[axes];
    int[] more = new int[axes];
    int[] first = new int[axes];
    int[] last = new int[axes];
    boolean same = true;
    for (int i = 0; i < axes; i++) {
      int span = (size[i] - 1) * dilations[i] + 1;
      int reach = (image[i] - 1) * strides[i] + span;
      int result = result(node, i, image[i] * strides[i], reach);
      first[i] = first(node, i, reach, result);
      more[i] = Math.max(result + first[i] - reach, 0);
      layer[i] = reach + more[i];
      last[i] = layer[i] - result - first[i];
      boolean shrinks = span > strides[i] && result == image[i] * strides[i];
      same &= shrinks && first[i] == (span - strides[i]) / 2;
    }
    if (same) {
      layer = IntStream.range(0, axes).map(i -> image[i] * strides[i]).toArray();
    }
    return new Transposition(size, strides, dilations, layer, more, first, last, same);
  }

  private static int result(Node node, int axis, int same, int reach) {
    if (node.text("auto_pad", "NOTSET").startsWith("SAME")) {
      return same;
    }
    int axes = node.integers("pads").map(pads -> pads.length / 2).orElse(0);
    int[] pads = node.integers("pads", 0, 0);
    int taken = axes == 0 ? 0 : pads[axis] + pads[axes + axis];
    return node.integers("output_shape")
        .map(shape -> shape[axis])
        .orElseGet(() -> reach + node.integers("output_padding", axis + 1, 0)[axis] - taken);
  }

  /** What is taken is spread over both ends where it is not stated. */
  private static int first(Node node, int axis, int reach, int result) {
    int taken = Math.max(reach - result, 0);
    return switch (node.text("auto_pad", "NOTSET")) {
      case "SAME_UPPER" -> taken / 2;
      case "SAME_LOWER" -> (taken + 1) / 2;
      default ->
          node.integers("pads")
              .map(pads -> pads[axis])
              .orElse(node.says("output_shape") ? (taken + 1) / 2 : 0);
    };
  }

  int[] shape(int filters) {
    return IntStream.concat(IntStream.of(layer), IntStream.of(filters)).toArray();
  }

  String attributes() {
    String common =
        "kernelSize = %s, strides = %s, dilationRate = %s"
            .formatted(list(size), list(strides), list(dilations));
    return common + (same ? ", padding = SAME" : ", outputPadding = " + list(more));
  }
}
