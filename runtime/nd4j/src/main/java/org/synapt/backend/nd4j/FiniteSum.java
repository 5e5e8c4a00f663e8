package org.synapt.backend.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.same.Sum;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Finds infinities and NaN by one sum, which is neither if none is there. It may be infinite where
 * no float is, so not finite means no more than: perhaps.
 */
final class FiniteSum {
  private final Sum sum;
  private final INDArray total;

  /** The sum of floats, from the first on. */
  FiniteSum(Engine engine, Nd4jBuffer buffer, int count) {
    total = engine.allocate(1).view(0, new long[0], new long[0]);
    sum = new Sum(buffer.view(0, new long[] {count}, new long[] {1}), total);
  }

  boolean isFinite() {
    Nd4j.getExecutioner().exec(sum);
    return Float.isFinite(total.getFloat(0));
  }
}
