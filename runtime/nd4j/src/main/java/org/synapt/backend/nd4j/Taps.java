package org.synapt.backend.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What lies at each tap of some results, tap after tap.
 *
 * @param at where the first tap begins
 * @param count floats of a tap, and how far it is to the next
 */
record Taps(Nd4jBuffer buffer, int at, int count) {
  INDArray of(int tap) {
    return flat(buffer, at + tap * count, count);
  }

  /** Floats that lie one behind the other. */
  static INDArray flat(Nd4jBuffer buffer, int at, int count) {
    return buffer.view(at, new long[] {count}, new long[] {1});
  }
}
