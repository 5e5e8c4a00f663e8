package org.synapt.backend.java;

import org.synapt.buffer.Buffer;
import org.synapt.kernel.Formula;
import org.synapt.kernel.MatMul;

/**
 * Products in plain Java: the bits that {@link Product} promises, whatever the sizes, threads and
 * machine.
 */
final class JavaMatMul implements MatMul {
  private final Multiplication multiplication;
  private final Product product;

  JavaMatMul(Workers workers) {
    multiplication = new Multiplication(workers);
    product = multiplication.product;
  }

  @Override
  public void mult(int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    begin(m, k, n, false, c);
    factors(a, k, 1, b, n, 1);
    multiplication.run();
  }

  @Override
  public void mult(int m, int k, int n, Buffer a, Buffer b, Buffer c, Formula f) {
    begin(m, k, n, false, c);
    factors(a, k, 1, b, n, 1);
    product.setFormula(f, null, 0);
    multiplication.run();
  }

  @Override
  public void mult(int m, int k, int n, Buffer a, Buffer b, Buffer c, Formula f, Buffer bias) {
    begin(m, k, n, false, c);
    factors(a, k, 1, b, n, 1);
    product.setFormula(f, ArrayBuffer.array(bias), ArrayBuffer.at(bias));
    multiplication.run();
  }

  @Override
  public void multAdd(int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    begin(m, k, n, true, c);
    factors(a, k, 1, b, n, 1);
    multiplication.run();
  }

  @Override
  public void multTransA(int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    begin(m, k, n, false, c);
    factors(a, 1, m, b, n, 1);
    multiplication.run();
  }

  @Override
  public void multAddTransA(int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    begin(m, k, n, true, c);
    factors(a, 1, m, b, n, 1);
    multiplication.run();
  }

  @Override
  public void multTransB(int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    begin(m, k, n, false, c);
    factors(a, k, 1, b, 1, k);
    multiplication.run();
  }

  @Override
  public void multAddTransB(int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    begin(m, k, n, true, c);
    factors(a, k, 1, b, 1, k);
    multiplication.run();
  }

  private void begin(int m, int k, int n, boolean add, Buffer c) {
    product.setSizes(m, k, n, add);
    product.setC(ArrayBuffer.array(c), ArrayBuffer.at(c), n, 1);
  }

  private void factors(
      Buffer a, int aRowStep, int aColumnStep, Buffer b, int bRowStep, int bColumnStep) {
    product.setA(ArrayBuffer.array(a), ArrayBuffer.at(a), aRowStep, aColumnStep);
    product.setB(ArrayBuffer.array(b), ArrayBuffer.at(b), bRowStep, bColumnStep);
  }
}
