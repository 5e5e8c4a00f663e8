package org.synapt.samples.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Formula;
import org.synapt.kernel.Functions;
import org.synapt.kernel.Pointwise;

/** Formulas over matrices, as generated networks have them. */
public class PointwiseBenchmark extends KernelState {
  /** Rows and columns. */
  @Param({"10x12", "100x500", "32x25088"})
  public String shape = "";

  private int rows;
  private int columns;
  private Pointwise pointwise;
  private Buffer x;
  private Buffer dy;
  private Buffer y;

  @Override
  protected void prepare() {
    int[] sizes = sizes(shape);
    rows = sizes[0];
    columns = sizes[1];
    pointwise = kernel(Pointwise.class);
    x = numbers(rows * columns);
    dy = numbers(rows * columns);
    y = numbers(rows * columns);
  }

  /** y = sigmoid(x). */
  @Benchmark
  public void sigmoid() {
    pointwise.apply(rows, columns, Sigmoid.FORMULA, y, x);
  }

  /** y = dy · step(x). */
  @Benchmark
  public void reluGradient() {
    pointwise.apply(rows, columns, ReluGradient.FORMULA, y, dy, x);
  }

  /** A formula that takes long. */
  private static final class Sigmoid extends Formula {
    static final Sigmoid FORMULA = new Sigmoid();

    private Sigmoid() {
      super("sigmoid(x)", 1, "x");
    }

    @Override
    public void apply(int n, float[] y, float[][] x) {
      float[] x0 = x[0];
      for (int j = 0; j < n; j++) {
        y[j] = Functions.sigmoid(x0[j]);
      }
    }
  }

  /** A formula that waits for memory. */
  private static final class ReluGradient extends Formula {
    static final ReluGradient FORMULA = new ReluGradient();

    private ReluGradient() {
      super("dy * step(x)", 2, "dy", "x");
    }

    @Override
    public void apply(int n, float[] y, float[][] x) {
      float[] dy = x[0];
      float[] x1 = x[1];
      for (int j = 0; j < n; j++) {
        y[j] = dy[j] * Functions.step(x1[j]);
      }
    }
  }
}
