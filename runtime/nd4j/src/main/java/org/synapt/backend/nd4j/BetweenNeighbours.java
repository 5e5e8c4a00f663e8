package org.synapt.backend.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.factory.Nd4j;

/**
 * {@code a + share · (b − a)} for every element a and the next one b, whatever the share.
 *
 * <p>The last element of an axis and the first of the next are no neighbours: what comes of them
 * nobody reads.
 */
final class BetweenNeighbours {
  private final Pairwise add = Pairwise.add();
  private final Pairwise subtract = Pairwise.subtract();
  private final ScalarMultiplication[] scaled;
  private final INDArray first;
  private final INDArray second;
  private final INDArray differences;
  private final INDArray values;
  private final int at;

  /**
   * Prepares it.
   *
   * @param size the floats of x
   * @param factor how many shares there are
   * @param inner how far apart neighbours lie
   * @param scratch twice as many floats as x has
   */
  BetweenNeighbours(int size, int factor, int inner, Nd4jBuffer x, Nd4jBuffer scratch) {
    long[] shape = {size - inner};
    long[] steps = {1};
    first = x.view(0, shape, steps);
    second = x.view(inner, shape, steps);
    differences = scratch.view(0, shape, steps);
    values = scratch.view(size, shape, steps);
    at = size;
    scaled = new ScalarMultiplication[factor];
    for (int t = 0; t < factor; t++) {
      scaled[t] = new ScalarMultiplication(differences, Nd4jInterpolation.share(factor, t));
      scaled[t].setZ(values);
    }
  }

  /** Where in the scratch values lie: those of an element where it lies in x. */
  int at() {
    return at;
  }

  void begin() {
    subtract.apply(second, first, differences);
  }

  /** The values at a share of the way. */
  void compute(int t) {
    Nd4j.getExecutioner().exec(scaled[t]);
    add.apply(values, first, values);
  }
}
