package org.synapt.backend.nd4j;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Formula;
import org.synapt.kernel.MatMul;

/** Products by {@link Gemm}, and formulas behind them over what they wrote. */
final class Nd4jMatMul implements MatMul {
  private final Gemm gemm = new Gemm();
  private final Nd4jPointwise pointwise;

  Nd4jMatMul(Engine engine) {
    pointwise = new Nd4jPointwise(engine);
  }

  @Override
  public void mult(int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    plain(k, n, a, b, c).multiply(m, k, n);
  }

  @Override
  public void mult(int m, int k, int n, Buffer a, Buffer b, Buffer c, Formula f) {
    plain(k, n, a, b, c).multiply(m, k, n);
    pointwise.apply(m, n, f, c, c);
  }

  @Override
  public void mult(int m, int k, int n, Buffer a, Buffer b, Buffer c, Formula f, Buffer bias) {
    plain(k, n, a, b, c).multiply(m, k, n);
    pointwise.apply(m, n, f, c, c, bias);
  }

  @Override
  public void multAdd(int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    plain(k, n, a, b, c).add(m, k, n);
  }

  @Override
  public void multTransA(int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    transA(m, n, a, b, c).multiply(m, k, n);
  }

  @Override
  public void multAddTransA(int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    transA(m, n, a, b, c).add(m, k, n);
  }

  @Override
  public void multTransB(int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    transB(k, n, a, b, c).multiply(m, k, n);
  }

  @Override
  public void multAddTransB(int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    transB(k, n, a, b, c).add(m, k, n);
  }

  private Gemm plain(int k, int n, Buffer a, Buffer b, Buffer c) {
    return gemm.a(Nd4jBuffer.of(a), 0, k, false)
        .b(Nd4jBuffer.of(b), 0, n, false)
        .c(Nd4jBuffer.of(c), 0, n);
  }

  private Gemm transA(int m, int n, Buffer a, Buffer b, Buffer c) {
    return gemm.a(Nd4jBuffer.of(a), 0, m, true)
        .b(Nd4jBuffer.of(b), 0, n, false)
        .c(Nd4jBuffer.of(c), 0, n);
  }

  private Gemm transB(int k, int n, Buffer a, Buffer b, Buffer c) {
    return gemm.a(Nd4jBuffer.of(a), 0, k, false)
        .b(Nd4jBuffer.of(b), 0, k, true)
        .c(Nd4jBuffer.of(c), 0, n);
  }
}
