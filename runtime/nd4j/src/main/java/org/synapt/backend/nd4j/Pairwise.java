package org.synapt.backend.nd4j;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.BaseTransformSameOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * {@code z[i] = f(x[i], y[i])} for arrays of one shape, over and over: ND4J's own classes for these
 * make a context at each call, which takes longer than 1,000 sums.
 *
 * <p>The numbers are libnd4j's, from its table of pairwise transforms.
 */
final class Pairwise extends BaseTransformSameOp {
  private final int number;

  private Pairwise(int number) {
    this.number = number;
  }

  static Pairwise add() {
    return new Pairwise(0);
  }

  static Pairwise divide() {
    return new Pairwise(2);
  }

  static Pairwise multiply() {
    return new Pairwise(3);
  }

  static Pairwise subtract() {
    return new Pairwise(6);
  }

  static Pairwise max() {
    return new Pairwise(7);
  }

  static Pairwise min() {
    return new Pairwise(8);
  }

  /** {@code z = f(x, y)}; z may be x or y. */
  void apply(INDArray x, INDArray y, INDArray z) {
    setX(x);
    setY(y);
    setZ(z);
    Nd4j.getExecutioner().exec(this);
  }

  @Override
  public int opNum() {
    return number;
  }

  @Override
  public String opName() {
    return "pairwise_" + number;
  }

  @Override
  public List<SDVariable> doDiff(List<SDVariable> gradients) {
    throw new IllegalStateException("gradients come from the compiler");
  }
}
