package org.synapt.processor.conformance;

import static org.synapt.processor.conformance.Declaration.list;

import java.util.stream.IntStream;

/** How windows lie upon an image, along each axis of it. */
final class Geometry {
  private final int[] size;
  private final int[] strides;
  private final int[] dilations;
  private final int[] results;
  private final int[] before;
  private final int[] after;

  /**
   * Windows, by what a case says of them.
   *
   * @param size how many positions a window takes
   * @param strides how far apart windows begin
   * @param dilations how far apart a window's positions are
   * @param results how many windows there are
   * @param before how far the first window begins before the image
   * @param after how far the last window ends behind it; 0 where it ends within
   */
  Geometry(int[] size, int[] strides, int[] dilations, int[] results, int[] before, int[] after) {
    this.size = size;
    this.strides = strides;
    this.dilations = dilations;
    this.results = results;
    this.before = before;
    this.after = after;
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

  int[] results() {
    return results;
  }

  int[] before() {
    return before;
  }

  int[] after() {
    return after;
  }

  static Geometry of(Node node, int[] image, int... size) {
    int axes = image.length;
    int[] strides = node.integers("strides", axes, 1);
    int[] dilations = node.integers("dilations", axes, 1);
    int[] pads = node.integers("pads", 2 * axes, 0);
    int[] results = new int[axes];
    int[] before = new int[axes];
    int[] after = new int[axes];
    for (int i = 0; i < axes; i++) {
      int span = (size[i] - 1) * dilations[i] + 1;
      if (node.text("auto_pad", "NOTSET").startsWith("SAME")) {
        results[i] = -Math.floorDiv(-image[i], strides[i]);
        int missing = Math.max((results[i] - 1) * strides[i] + span - image[i], 0);
        before[i] = node.text("auto_pad", "").endsWith("UPPER") ? missing / 2 : (missing + 1) / 2;
      } else {
        before[i] = pads[i];
        int room = image[i] + pads[i] + pads[axes + i] - span;
        results[i] = windows(room, strides[i], image[i] + pads[i], node.flag("ceil_mode"));
      }
      after[i] = Math.max((results[i] - 1) * strides[i] + span - image[i] - before[i], 0);
    }
    return new Geometry(size, strides, dilations, results, before, after);
  }

  /** No window begins behind the image, whatever is rounded. */
  private static int windows(int room, int stride, int end, boolean up) {
    int windows = (up ? -Math.floorDiv(-room, stride) : room / stride) + 1;
    return up && (windows - 1) * stride >= end ? windows - 1 : windows;
  }

  int axes() {
    return size.length;
  }

  boolean hasGaps() {
    return IntStream.of(dilations).anyMatch(dilation -> dilation > 1);
  }

  boolean leaps() {
    return IntStream.of(strides).anyMatch(stride -> stride > 1);
  }

  /** With a window at each position of a padded image. */
  Geometry close(int... image) {
    int[] ones = IntStream.generate(() -> 1).limit(axes()).toArray();
    int[] all =
        IntStream.range(0, axes()).map(i -> image[i] - (size[i] - 1) * dilations[i]).toArray();
    return new Geometry(size, ones, dilations, all, before, after);
  }

  boolean isValid() {
    return IntStream.concat(IntStream.of(before), IntStream.of(after)).allMatch(n -> n == 0);
  }

  /** Whether the margins are those of {@code SAME}: as even as can be, the odd one behind. */
  boolean isSame(int... image) {
    return IntStream.range(0, axes())
        .allMatch(
            i ->
                results[i] == -Math.floorDiv(-image[i], strides[i])
                    && (after[i] == before[i] || after[i] == before[i] + 1));
  }

  int[] shape(int channels) {
    return IntStream.concat(IntStream.of(results), IntStream.of(channels)).toArray();
  }

  /** The attributes of a convolution. */
  String attributes(String padding) {
    return "kernelSize = %s, strides = %s, dilationRate = %s, padding = %s"
        .formatted(list(size), list(strides), list(dilations), padding);
  }

  /** The attributes of a pooling. */
  String pool(String padding) {
    return "poolSize = %s, strides = %s, padding = %s"
        .formatted(list(size), list(strides), padding);
  }
}
