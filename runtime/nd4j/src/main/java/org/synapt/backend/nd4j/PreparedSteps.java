package org.synapt.backend.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.ReduceOp;
import org.nd4j.linalg.api.ops.ScalarOp;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Ops of ND4J one behind the other, each prepared once with its operands; lets go of the operands
 * when it is closed.
 */
final class PreparedSteps implements AutoCloseable {
  private final List<Runnable> steps = new ArrayList<>();
  private final List<PreparedOp> contexts = new ArrayList<>();

  void run() {
    for (int i = 0; i < steps.size(); i++) {
      steps.get(i).run();
    }
  }

  void add(Runnable step) {
    steps.add(step);
  }

  void add(PreparedOp op) {
    contexts.add(op);
    steps.add(op::run);
  }

  void add(Op op) {
    steps.add(() -> Nd4j.getExecutioner().exec(op));
  }

  void add(ScalarOp op) {
    steps.add(() -> Nd4j.getExecutioner().exec(op));
  }

  void add(ReduceOp op) {
    steps.add(() -> Nd4j.getExecutioner().exec(op));
  }

  void copy(StridedCopy copy) {
    copy.ops().forEach(this::add);
  }

  /** Sets floats, from the first on, to a value. */
  void fill(Nd4jBuffer buffer, int count, float value) {
    fill(Taps.flat(buffer, 0, count), value);
  }

  /** Sets all floats of an array to a value. */
  void fill(INDArray array, float value) {
    add(new ScalarSet(array, value));
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
    multiply(m, k, n, a, false, b, false, c, add);
  }

  /** {@code c [m, n] = aᵀ · b}, or added to c. */
  void multiplyTransA(int m, int k, int n, Rows a, Rows b, Rows c, boolean add) {
    multiply(m, k, n, a, true, b, false, c, add);
  }

  /** {@code c [m, n] = a · bᵀ}, or added to c. */
  void multiplyTransB(int m, int k, int n, Rows a, Rows b, Rows c, boolean add) {
    multiply(m, k, n, a, false, b, true, c, add);
  }

  private void multiply(
      int m, int k, int n, Rows a, boolean transA, Rows b, boolean transB, Rows c, boolean add) {
    Gemm product =
        new Gemm()
            .a(a.buffer(), a.at(), a.step(), transA)
            .b(b.buffer(), b.at(), b.step(), transB)
            .c(c.buffer(), c.at(), c.step());
    add(product.prepare(m, k, n).reals(1, add ? 1 : 0));
  }

  @Override
  public void close() {
    contexts.forEach(PreparedOp::close);
  }
}
