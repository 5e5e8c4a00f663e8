package org.synapt.backend.onednn;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;

/** What one part runs for its share of a product, one step after another. */
final class ProductSteps implements Runnable, AutoCloseable {
  /** Rows of a transposed product that are computed before they are put in place. */
  private static final int TURNED_ROWS = 256;

  private final Engine engine;
  private final int part;
  private final List<Runnable> steps = new ArrayList<>();
  private final List<Execution> executions = new ArrayList<>();

  /**
   * No steps yet.
   *
   * @param part whose scratch memory they use
   */
  ProductSteps(Engine engine, int part) {
    this.engine = engine;
    this.part = part;
  }

  int part() {
    return part;
  }

  /**
   * {@code c = f(a · b)} or {@code c = f(c + a · b)}.
   *
   * @param piece how many terms of each sum are added up at once
   * @param right how to get at b
   */
  void multiply(
      Matrix a, Matrix b, Matrix c, boolean add, Ending ending, int piece, RightFactor right) {
    int k = a.columns();
    for (int p = 0; p < k; p += piece) {
      int terms = Math.min(piece, k - p);
      Matrix left = a.block(0, a.rows(), p, terms);
      Matrix rows = b.block(p, terms, 0, b.columns());
      Ending after = p + terms == k ? ending : Ending.NONE;
      try (Layout asked = right.ask(rows);
          ProductPrimitive product =
              new ProductPrimitive(engine, left, asked, c, add || p > 0, after)) {
        add(product.of(part, right.bring(rows, product.right(), this)));
      }
    }
  }

  /** {@code c = a · b} or {@code c = c + a · b}, by way of {@code cᵀ = bᵀ · aᵀ}. */
  void multiplyTurned(Matrix a, Matrix b, Matrix c, boolean add, int piece, RightFactor right) {
    Matrix left = b.transposed();
    Matrix result = c.transposed();
    int most = Math.min(TURNED_ROWS, left.rows());
    NativeMemory memory = new NativeMemory(engine.ledger(), most * result.columns());
    for (int i = 0; i < left.rows(); i += most) {
      int rows = Math.min(most, left.rows() - i);
      Matrix block = Matrix.rowMajor(memory, 0, rows, result.columns());
      multiply(
          left.block(i, rows, 0, left.columns()),
          a.transposed(),
          block,
          false,
          Ending.NONE,
          piece,
          right);
      add(
          LayoutChange.prepare(
              engine, part, block, result.block(i, rows, 0, result.columns()), add));
    }
  }

  /** Copies a matrix as a primitive likes it. */
  void pack(Matrix from, dnnl_memory_desc layout, NativeMemory to) {
    add(LayoutChange.prepare(engine, part, from, new LayoutChange.End(layout, to, 0), false));
  }

  /** A primitive, closed with this. */
  void add(Execution execution) {
    executions.add(execution);
    steps.add(execution::run);
  }

  /** Any other step. */
  void add(Runnable step) {
    steps.add(step);
  }

  @Override
  public void run() {
    for (int i = 0; i < steps.size(); i++) {
      steps.get(i).run();
    }
  }

  @Override
  public void close() {
    executions.forEach(Execution::close);
  }
}
