package org.synapt.backend.nd4j;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Arrays of several shapes over the same floats, each made once. */
final class Views {
  /** More shapes than a pass gives a buffer; batches of many sizes push the oldest out. */
  private static final int MOST = 48;

  private final Floats floats;
  private final int at;
  private final long[][] shapes = new long[MOST][];
  private final char[] orders = new char[MOST];
  private final INDArray[] arrays = new INDArray[MOST];
  private int count;
  private int oldest;

  Views(Floats floats, int at) {
    this.floats = floats;
    this.at = at;
  }

  /**
   * The array whose elements lie one behind the other: the last axis first in C order. Two networks
   * may read the same floats at once.
   */
  synchronized INDArray of(char order, long... shape) {
    for (int i = 0; i < count; i++) {
      if (orders[i] == order && Arrays.equals(shapes[i], shape)) {
        return arrays[i];
      }
    }
    return make(order, shape.clone());
  }

  private INDArray make(char order, long[] shape) {
    INDArray array = floats.view(at, shape, strides(order, shape), order);
    int place = count < MOST ? count++ : oldest;
    oldest = place + 1 == MOST ? 0 : place + 1;
    shapes[place] = shape;
    orders[place] = order;
    arrays[place] = array;
    return array;
  }

  private static long[] strides(char order, long[] shape) {
    long[] strides = new long[shape.length];
    long stride = 1;
    for (int i = 0; i < shape.length; i++) {
      int axis = order == 'c' ? shape.length - 1 - i : i;
      strides[axis] = stride;
      stride *= shape[axis];
    }
    return strides;
  }
}
