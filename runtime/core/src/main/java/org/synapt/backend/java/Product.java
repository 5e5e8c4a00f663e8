package org.synapt.backend.java;

import org.synapt.kernel.Formula;

/**
 * What is to be multiplied: {@code c = a · b} or {@code c = c + a · b}, each matrix a stretch of an
 * array with a step from row to row and from column to column.
 *
 * <pre>a [m, k]   b [k, n]   →   c [m, n]</pre>
 *
 * <p>A transposed factor is the same floats with the steps exchanged; one of the two is always 1.
 * Every way to multiply gives the same bits: {@code c[i, j]} starts from 0, or from itself if added
 * to, and the products {@code a[i, p] · b[p, j]} are added to it one by one, p ascending, each
 * rounded before and after.
 *
 * <p>One object serves one kernel for all its products, so that none allocates.
 */
final class Product {
  int m;
  int k;
  int n;
  boolean add;
  float[] a;
  int aAt;
  int aRowStep;
  int aColumnStep;
  float[] b;
  int bAt;
  int bRowStep;
  int bColumnStep;
  float[] c;
  int cAt;
  int cRowStep;
  int cColumnStep;

  /** What is applied to c in the end, if not null. */
  Formula formula;

  /** The formula's vector, or null; its steps say how it lies along c. */
  float[] bias;

  int biasAt;
  int biasRowStep;
  int biasColumnStep;

  /** Sets the sizes and whether to add to c; no formula then. */
  void setSizes(int rows, int depth, int columns, boolean addToC) {
    m = rows;
    k = depth;
    n = columns;
    add = addToC;
    setFormula(null, null, 0);
  }

  void setA(float[] array, int at, int rowStep, int columnStep) {
    a = array;
    aAt = at;
    aRowStep = rowStep;
    aColumnStep = columnStep;
  }

  void setB(float[] array, int at, int rowStep, int columnStep) {
    b = array;
    bAt = at;
    bRowStep = rowStep;
    bColumnStep = columnStep;
  }

  void setC(float[] array, int at, int rowStep, int columnStep) {
    c = array;
    cAt = at;
    cRowStep = rowStep;
    cColumnStep = columnStep;
  }

  void setFormula(Formula f, float[] vector, int at) {
    formula = f;
    bias = vector;
    biasAt = at;
    biasRowStep = 0;
    biasColumnStep = 1;
  }

  /** Where c[i, j] lies. */
  int cAt(int i, int j) {
    return cAt + i * cRowStep + j * cColumnStep;
  }

  /** Where the formula's vector for c[i, j] lies. */
  int biasAt(int i, int j) {
    return biasAt + i * biasRowStep + j * biasColumnStep;
  }

  /** Multiplications and additions, counted together as one. */
  long work() {
    return (long) m * k * n;
  }

  /** Makes this the same product seen the other way: {@code cᵀ = bᵀ · aᵀ}. */
  void transpose() {
    int rows = m;
    m = n;
    n = rows;
    float[] left = a;
    int leftAt = aAt;
    int leftRowStep = aRowStep;
    int leftColumnStep = aColumnStep;
    setA(b, bAt, bColumnStep, bRowStep);
    setB(left, leftAt, leftColumnStep, leftRowStep);
    setC(c, cAt, cColumnStep, cRowStep);
    int step = biasRowStep;
    biasRowStep = biasColumnStep;
    biasColumnStep = step;
  }
}
