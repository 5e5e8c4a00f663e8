package org.synapt.backend.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What the results between neighbours give to each of the two: a product with a matrix of two rows,
 * the shares of the second and those of the first.
 *
 * <pre>
 * scratch: results [factor, outer, extent + 1, inner] | seconds, firsts [2, outer, extent + 1, inner]
 * </pre>
 */
final class NeighbourSums {
  private final Pairwise add = Pairwise.add();
  private final Zeros zeros = new Zeros();
  private final Gemm gemm = new Gemm();
  private final Nd4jBuffer scratch;
  private final Nd4jBuffer shares;
  private final int factor;
  private final int pairs;
  private final INDArray secondOfFirst;
  private final INDArray firstOfFirst;
  private final INDArray secondOfLast;
  private final INDArray firstOfLast;
  private final INDArray seconds;
  private final INDArray firsts;

  NeighbourSums(Engine engine, int outer, int extent, int factor, int inner, Nd4jBuffer scratch) {
    this.factor = factor;
    this.scratch = scratch;
    this.pairs = outer * (extent + 1) * inner;
    this.shares = shares(engine, factor);
    long[] ends = {1, outer, inner};
    long[] steps = {1, (extent + 1L) * inner, 1};
    secondOfFirst = scratch.view(at(), ends, steps);
    firstOfFirst = scratch.view(at() + pairs, ends, steps);
    secondOfLast = scratch.view(at() + extent * inner, ends, steps);
    firstOfLast = scratch.view(at() + pairs + extent * inner, ends, steps);
    seconds = scratch.view(at(), new long[] {pairs - inner}, new long[] {1});
    firsts = scratch.view(at() + pairs + inner, new long[] {pairs - inner}, new long[] {1});
  }

  private static Nd4jBuffer shares(Engine engine, int factor) {
    float[] shares = new float[2 * factor];
    for (int t = 0; t < factor; t++) {
      shares[t] = Nd4jInterpolation.share(factor, t);
      shares[factor + t] = 1f - shares[t];
    }
    Nd4jBuffer buffer = engine.allocate(shares.length);
    buffer.put(0, shares, 0, shares.length);
    return buffer;
  }

  /** Where the sums lie: that of an element where its pair with the one before it lies. */
  int at() {
    return factor * pairs;
  }

  /** No results: pairs at the ends have fewer than others. */
  void clear() {
    zeros.write(factor * pairs, scratch);
  }

  /** Sums of the results that lie there now. */
  void add() {
    gemm.a(shares, 0, factor, false).b(scratch, 0, pairs, false).c(scratch, at(), pairs);
    gemm.multiply(2, factor, pairs);
    add.apply(secondOfFirst, firstOfFirst, secondOfFirst);
    add.apply(firstOfLast, secondOfLast, firstOfLast);
    add.apply(seconds, firsts, seconds);
  }
}
