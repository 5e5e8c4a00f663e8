package org.synapt.nd4j;

import java.util.BitSet;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Where the elements of an array lie, counted from the first of its memory. */
final class Elements {
  private final long[] shape;
  private final long[] strides;
  private final long first;
  private final long last;
  private final BitSet places = new BitSet();

  private Elements(INDArray array) {
    this.shape = array.shape();
    this.strides = array.stride();
    this.first = array.offset();
    long end = first;
    for (int i = 0; i < shape.length; i++) {
      end += (shape[i] - 1) * strides[i];
    }
    this.last = end;
  }

  /** Whether two arrays have an element in common; columns of one matrix have none. */
  static boolean meet(INDArray a, INDArray b) {
    if (whole(a) != whole(b)) {
      return false;
    }
    Elements one = new Elements(a);
    Elements other = new Elements(b);
    if (one.last < other.first || other.last < one.first) {
      return false;
    }
    long from = Math.min(one.first, other.first);
    one.place(0, one.first - from);
    other.place(0, other.first - from);
    return one.places.intersects(other.places);
  }

  private static DataBuffer whole(INDArray array) {
    DataBuffer data = array.data();
    return data.originalDataBuffer() == null ? data : data.originalDataBuffer();
  }

  private void place(int axis, long at) {
    if (axis == shape.length) {
      places.set(Math.toIntExact(at));
      return;
    }
    for (long i = 0; i < shape[axis]; i++) {
      place(axis + 1, at + i * strides[axis]);
    }
  }
}
