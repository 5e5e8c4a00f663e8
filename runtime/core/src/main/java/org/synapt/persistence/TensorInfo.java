package org.synapt.persistence;

import java.util.List;

/**
 * What a header says about one tensor.
 *
 * @param name its name
 * @param dtype the type of its numbers, such as {@code F32}
 * @param shape its extents
 * @param begin its first byte, counted behind the header
 * @param end the byte after its last
 */
record TensorInfo(String name, String dtype, List<Long> shape, long begin, long end) {
  static final String FLOATS = "F32";
  static final String DOUBLES = "F64";

  /** The product of the extents, or -1 if it does not fit. */
  long size() {
    long size = 1;
    for (long extent : shape) {
      if (extent != 0 && size > Long.MAX_VALUE / extent) {
        return -1;
      }
      size *= extent;
    }
    return size;
  }

  String shapeText() {
    return shape.toString();
  }
}
