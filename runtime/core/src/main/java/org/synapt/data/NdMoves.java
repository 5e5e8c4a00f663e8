package org.synapt.data;

/** How the numbers of arrays move when their shapes change. */
final class NdMoves {
  private NdMoves() {}

  /** The numbers before an axis, on it, and behind it: an array seen as [outer, extent, inner]. */
  private static int product(int[] shape, int from, int to) {
    int product = 1;
    for (int axis = from; axis < to; axis++) {
      product = Math.multiplyExact(product, shape[axis]);
    }
    return product;
  }

  static NdArray slice(NdArray array, int axis, int from, int to) {
    int[] shape = array.shape();
    int outer = product(shape, 0, axis);
    int inner = product(shape, axis + 1, shape.length);
    int extent = shape[axis];
    shape[axis] = to - from;
    float[] values = new float[outer * (to - from) * inner];
    for (int i = 0; i < outer; i++) {
      System.arraycopy(
          array.values(),
          (i * extent + from) * inner,
          values,
          i * (to - from) * inner,
          (to - from) * inner);
    }
    return new NdArray(shape, values);
  }

  static NdArray concatenate(int axis, NdArray[] arrays) {
    int[] shape = arrays[0].shape();
    shape[axis] = 0;
    for (int k = 0; k < arrays.length; k++) {
      requireAgreement(axis, arrays[0].extents(), k, arrays[k].extents());
      shape[axis] = Math.addExact(shape[axis], arrays[k].extents()[axis]);
    }
    int outer = product(shape, 0, axis);
    int inner = product(shape, axis + 1, shape.length);
    float[] values = new float[product(shape, 0, shape.length)];
    int at = 0;
    for (NdArray array : arrays) {
      int run = array.extents()[axis] * inner;
      for (int i = 0; i < outer; i++) {
        System.arraycopy(array.values(), i * run, values, i * shape[axis] * inner + at, run);
      }
      at += run;
    }
    return new NdArray(shape, values);
  }

  private static void requireAgreement(int axis, int[] first, int k, int[] other) {
    if (other.length != first.length) {
      throw new IllegalArgumentException(
          "all the input arrays must have same number of dimensions, but the array at index 0 has "
              + first.length
              + " dimension(s) and the array at index "
              + k
              + " has "
              + other.length
              + " dimension(s)");
    }
    for (int i = 0; i < first.length; i++) {
      if (i != axis && other[i] != first[i]) {
        throw new IllegalArgumentException(
            "all the input array dimensions except for the concatenation axis must match exactly,"
                + " but along dimension "
                + i
                + ", the array at index 0 has size "
                + first[i]
                + " and the array at index "
                + k
                + " has size "
                + other[i]);
      }
    }
  }

  /** Arrays of so many axes: (n) becomes (1, n), and that (1, n, 1). */
  static NdArray[] atLeast(int rank, NdArray[] arrays) {
    NdArray[] grown = arrays.clone();
    for (int k = 0; k < grown.length; k++) {
      NdArray array = grown[k];
      if (array.rank() == 0) {
        array = array.reshape(1);
      }
      if (array.rank() == 1 && rank > 1) {
        array = array.reshape(1, array.size());
      }
      if (array.rank() == 2 && rank > 2) {
        array = array.reshape(array.extent(0), array.extent(1), 1);
      }
      grown[k] = array;
    }
    return grown;
  }

  static NdArray transpose(NdArray array, int[] axes) {
    int[] from = array.extents();
    int rank = from.length;
    int[] strides = new int[rank];
    int[] shape = new int[rank];
    int stride = 1;
    int[] old = new int[rank];
    for (int axis = rank - 1; axis >= 0; axis--) {
      old[axis] = stride;
      stride *= from[axis];
    }
    for (int axis = 0; axis < rank; axis++) {
      shape[axis] = from[axes[axis]];
      strides[axis] = old[axes[axis]];
    }
    float[] values = new float[array.size()];
    int[] index = new int[rank];
    int read = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = array.values()[read];
      for (int axis = rank - 1; axis >= 0; axis--) {
        read += strides[axis];
        if (++index[axis] < shape[axis]) {
          break;
        }
        read -= strides[axis] * shape[axis];
        index[axis] = 0;
      }
    }
    return new NdArray(shape, values);
  }
}
