package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.BatchMatMul;

/**
 * One product per example, by {@link TinyProduct} or {@link LargeProduct}.
 *
 * <p>Threads share out the examples; only a lone example is itself divided. Either way the bits are
 * those that {@link Product} promises.
 */
final class JavaBatchMatMul implements BatchMatMul {
  /** Work below which a second thread does not pay: about 20 µs. */
  private static final long PARALLEL = 1 << 17;

  private final Workers workers;
  private final Workers.Task part = this::part;
  private final Multiplication alone;
  private final Multiplication[] shares;

  private int parts;
  private int batch;
  private int m;
  private int k;
  private int n;
  private Buffer a;
  private int aRowStep;
  private int aColumnStep;
  private Buffer b;
  private int bRowStep;
  private int bColumnStep;
  private Buffer c;

  JavaBatchMatMul(Workers workers) {
    this.workers = workers;
    this.alone = new Multiplication(workers);
    this.shares = new Multiplication[workers.threads()];
    Workers callerOnly = new Workers(1);
    for (int i = 0; i < shares.length; i++) {
      shares[i] = new Multiplication(callerOnly);
    }
  }

  @Override
  public void mult(int batch, int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    setA(a, k, 1);
    setB(b, n, 1);
    run(batch, m, k, n, c);
  }

  @Override
  public void multTransA(int batch, int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    setA(a, 1, m);
    setB(b, n, 1);
    run(batch, m, k, n, c);
  }

  @Override
  public void multTransB(int batch, int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    setA(a, k, 1);
    setB(b, 1, k);
    run(batch, m, k, n, c);
  }

  private void setA(Buffer buffer, int rowStep, int columnStep) {
    a = buffer;
    aRowStep = rowStep;
    aColumnStep = columnStep;
  }

  private void setB(Buffer buffer, int rowStep, int columnStep) {
    b = buffer;
    bRowStep = rowStep;
    bColumnStep = columnStep;
  }

  private void run(int batch, int m, int k, int n, Buffer c) {
    this.batch = batch;
    this.m = m;
    this.k = k;
    this.n = n;
    this.c = c;
    if (batch == 1) {
      multiply(alone, 0);
      return;
    }
    boolean large = (long) batch * m * k * n >= PARALLEL;
    parts = large ? Math.min(batch, shares.length) : 1;
    workers.run(parts, part);
  }

  private void part(int i) {
    int end = Parts.begin(batch, i + 1, parts);
    for (int example = Parts.begin(batch, i, parts); example < end; example++) {
      multiply(shares[i], example);
    }
  }

  private void multiply(Multiplication multiplication, int example) {
    Product product = multiplication.product;
    product.setSizes(m, k, n, /* addToC= */ false);
    int aAt = ArrayBuffer.at(a) + example * m * k;
    product.setA(ArrayBuffer.array(a), aAt, aRowStep, aColumnStep);
    int bAt = ArrayBuffer.at(b) + example * k * n;
    product.setB(ArrayBuffer.array(b), bAt, bRowStep, bColumnStep);
    int cAt = ArrayBuffer.at(c) + example * m * n;
    product.setC(ArrayBuffer.array(c), cAt, n, 1);
    multiplication.run();
  }
}
