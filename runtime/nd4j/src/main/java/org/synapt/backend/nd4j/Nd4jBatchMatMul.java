package org.synapt.backend.nd4j;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.BatchMatMul;

/**
 * All products of a batch as one product of ND4J, of the transposes as in {@link Gemm}; that of a
 * single example as any product.
 */
final class Nd4jBatchMatMul implements BatchMatMul {
  private static final int PLAIN = 0;
  private static final int TRANS_A = 1;
  private static final int TRANS_B = 2;

  private final Mmul op = new Mmul();
  private final Calls<PreparedOp> calls = new Calls<>(PreparedOp::close);
  private final Nd4jMatMul single;

  Nd4jBatchMatMul(Engine engine) {
    single = new Nd4jMatMul(engine);
  }

  @Override
  public void mult(int batch, int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    if (batch == 1) {
      single.mult(m, k, n, a, b, c);
    } else {
      run(PLAIN, batch, m, k, n, a, b, c);
    }
  }

  @Override
  public void multTransA(int batch, int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    if (batch == 1) {
      single.multTransA(m, k, n, a, b, c);
    } else {
      run(TRANS_A, batch, m, k, n, a, b, c);
    }
  }

  @Override
  public void multTransB(int batch, int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    if (batch == 1) {
      single.multTransB(m, k, n, a, b, c);
    } else {
      run(TRANS_B, batch, m, k, n, a, b, c);
    }
  }

  private void run(int kind, int batch, int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    Nd4jBuffer left = Nd4jBuffer.of(a);
    Nd4jBuffer right = Nd4jBuffer.of(b);
    Nd4jBuffer result = Nd4jBuffer.of(c);
    calls.begin(kind).with(batch).with(m).with(k).with(n).with(left).with(right).with(result);
    Optional<PreparedOp> known = calls.find();
    (known.isPresent()
            ? known.get()
            : calls.keep(prepare(kind, batch, m, k, n, left, right, result)))
        .run();
  }

  private PreparedOp prepare(
      int kind, int batch, int m, int k, int n, Nd4jBuffer a, Nd4jBuffer b, Nd4jBuffer c) {
    return PreparedOp.of(
            op,
            transposes(c, batch, m, n, false),
            transposes(b, batch, k, n, kind == TRANS_B),
            transposes(a, batch, m, k, kind == TRANS_A))
        .plain();
  }

  /**
   * The transposes of matrices.
   *
   * @param transposed whether transposes are what lies there
   */
  private static INDArray transposes(
      Nd4jBuffer buffer, int batch, int rows, int columns, boolean transposed) {
    return buffer.view(
        0,
        new long[] {batch, columns, rows},
        new long[] {(long) rows * columns, transposed ? rows : 1, transposed ? 1 : columns});
  }
}
