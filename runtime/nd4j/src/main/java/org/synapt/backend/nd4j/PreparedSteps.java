package org.synapt.backend.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.ScalarOp;
import org.nd4j.linalg.api.ops.TransformOp;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarSet;
import org.nd4j.linalg.factory.Nd4j;

/** Ops of ND4J one behind the other, each prepared once with its operands. */
final class PreparedSteps implements AutoCloseable {
  private final List<Runnable> steps = new ArrayList<>();
  private final List<PreparedOp> contexts = new ArrayList<>();
  private final Gemm gemm = new Gemm();

  void run() {
    for (int i = 0; i < steps.size(); i++) {
      steps.get(i).run();
    }
  }

  void add(Runnable step) {
    steps.add(step);
  }

  void transform(TransformOp op) {
    steps.add(() -> Nd4j.getExecutioner().exec(op));
  }

  void scalar(ScalarOp op) {
    steps.add(() -> Nd4j.getExecutioner().exec(op));
  }

  void copy(StridedCopy copy) {
    copy.ops().forEach(this::transform);
  }

  /** Sets floats, from the first on, to a value. */
  void fill(Nd4jBuffer buffer, int count, float value) {
    fill(Taps.flat(buffer, 0, count), value);
  }

  /** Sets all floats of an array to a value. */
  void fill(INDArray array, float value) {
    scalar(new ScalarSet(array, value));
  }

  /** Copies a tap. */
  void copy(Taps taps, int tap, Nd4jBuffer to, int at) {
    int from = taps.at() + tap * taps.count();
    copy(new StridedCopy(taps.buffer(), from, to, at).axis(taps.count(), 1, 1));
  }

  /** {@code z = f(x, y)}; z may be x or y. */
  void pairwise(Pairwise f, INDArray x, INDArray y, INDArray z) {
    steps.add(() -> f.apply(x, y, z));
  }

  /** {@code c [m, n] = a · b}, or added to c. */
  void multiply(int m, int k, int n, Rows a, Rows b, Rows c, boolean add) {
    gemm.a(a.buffer(), a.at(), a.step(), false).b(b.buffer(), b.at(), b.step(), false);
    multiply(m, k, n, c, add);
  }

  /** {@code c [m, n] = aᵀ · b}, or added to c. */
  void multiplyTransA(int m, int k, int n, Rows a, Rows b, Rows c, boolean add) {
    gemm.a(a.buffer(), a.at(), a.step(), true).b(b.buffer(), b.at(), b.step(), false);
    multiply(m, k, n, c, add);
  }

  /** {@code c [m, n] = a · bᵀ}, or added to c. */
  void multiplyTransB(int m, int k, int n, Rows a, Rows b, Rows c, boolean add) {
    gemm.a(a.buffer(), a.at(), a.step(), false).b(b.buffer(), b.at(), b.step(), true);
    multiply(m, k, n, c, add);
  }

  private void multiply(int m, int k, int n, Rows c, boolean add) {
    gemm.c(c.buffer(), c.at(), c.step());
    PreparedOp product = gemm.prepare(m, k, n).reals(1, add ? 1 : 0);
    contexts.add(product);
    steps.add(product::run);
  }

  /** Lets go of what ND4J holds for the products. */
  @Override
  public void close() {
    contexts.forEach(PreparedOp::close);
  }
}
