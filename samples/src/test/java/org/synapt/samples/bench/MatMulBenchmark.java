package org.synapt.samples.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.MatMul;

/** Products at the sizes of networks, the one forward and the two backward. */
public class MatMulBenchmark extends KernelState {
  /** Examples, inputs and units. */
  @Param({"10x8x12", "1x784x500", "100x784x500", "100x500x500", "32x5408x512", "1024x1024x1024"})
  public String shape = "";

  private int m;
  private int k;
  private int n;
  private MatMul matMul;
  private Buffer x;
  private Buffer weight;
  private Buffer y;
  private Buffer dx;
  private Buffer dweight;

  @Override
  protected void prepare() {
    int[] sizes = sizes(shape);
    m = sizes[0];
    k = sizes[1];
    n = sizes[2];
    matMul = kernel(MatMul.class);
    x = numbers(m * k);
    weight = numbers(k * n);
    y = numbers(m * n);
    dx = numbers(m * k);
    dweight = numbers(k * n);
  }

  /** y = x · weight. */
  @Benchmark
  public void forward() {
    matMul.mult(m, k, n, x, weight, y);
  }

  /** dweight = xᵀ · dy. */
  @Benchmark
  public void weightGradient() {
    matMul.multTransA(k, m, n, x, y, dweight);
  }

  /** dx = dy · weightᵀ. */
  @Benchmark
  public void dataGradient() {
    matMul.multTransB(m, n, k, y, weight, dx);
  }
}
