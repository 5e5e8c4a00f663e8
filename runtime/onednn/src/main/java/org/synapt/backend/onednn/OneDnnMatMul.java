package org.synapt.backend.onednn;

import java.util.Optional;
import org.synapt.backend.java.FormulaRows;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Formula;
import org.synapt.kernel.MatMul;

/**
 * Products on oneDNN, each divided among the threads by a rule on its shape.
 *
 * <p>See {@link ProductShape} for the ways to compute one, and {@link Tile} for the division.
 */
final class OneDnnMatMul implements MatMul {
  private static final int PLAIN = 0;
  private static final int TRANS_A = 1;
  private static final int TRANS_B = 2;
  private static final int ADD = 4;

  private final Engine engine;
  private final Calls<ProductCall> calls = new Calls<>(ProductCall::close);
  private final KeptFactor kept;
  private final FormulaRows rows;
  private final OuterProduct outer;

  OneDnnMatMul(Engine engine) {
    this.engine = engine;
    this.kept = new KeptFactor(engine);
    this.rows = new FormulaRows(engine.parts(), NativeWriting.BLOCKS);
    this.outer = new OuterProduct(engine.workers());
  }

  @Override
  public void mult(int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    run(PLAIN, m, k, n, a, b, c);
  }

  @Override
  public void mult(int m, int k, int n, Buffer a, Buffer b, Buffer c, Formula f) {
    Optional<ProductCall> known = begin(PLAIN, m, k, n, a, b, c).with(f).find();
    (known.isPresent() ? known.get() : keep(PLAIN, m, k, n, a, b, c, Behind.of(f))).run();
  }

  @Override
  public void mult(int m, int k, int n, Buffer a, Buffer b, Buffer c, Formula f, Buffer bias) {
    Optional<ProductCall> known = begin(PLAIN, m, k, n, a, b, c).with(f).with(bias).find();
    (known.isPresent() ? known.get() : keep(PLAIN, m, k, n, a, b, c, Behind.of(f, bias))).run();
  }

  @Override
  public void multAdd(int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    run(ADD, m, k, n, a, b, c);
  }

  @Override
  public void multTransA(int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    run(TRANS_A, m, k, n, a, b, c);
  }

  @Override
  public void multAddTransA(int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    run(TRANS_A | ADD, m, k, n, a, b, c);
  }

  @Override
  public void multTransB(int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    run(TRANS_B, m, k, n, a, b, c);
  }

  @Override
  public void multAddTransB(int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    run(TRANS_B | ADD, m, k, n, a, b, c);
  }

  private void run(int kind, int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    if (OuterProduct.is(k, n)) {
      outer.run(m, n, a, b, c, (kind & ADD) != 0);
      return;
    }
    Optional<ProductCall> known = begin(kind, m, k, n, a, b, c).find();
    (known.isPresent() ? known.get() : keep(kind, m, k, n, a, b, c, Behind.NOTHING)).run();
  }

  private Calls<ProductCall> begin(int kind, int m, int k, int n, Buffer a, Buffer b, Buffer c) {
    return calls.begin(kind).with(m).with(k).with(n).with(a).with(b).with(c);
  }

  private ProductCall keep(
      int kind, int m, int k, int n, Buffer a, Buffer b, Buffer c, Behind behind) {
    boolean transA = (kind & TRANS_A) != 0;
    boolean transB = (kind & TRANS_B) != 0;
    ProductShape shape = new ProductShape(m, k, n, transA, transB);
    return calls.keep(
        new ProductPlan(
                engine,
                shape,
                factor(a, transA, m, k),
                factor(b, transB, k, n),
                Matrix.rowMajor(NativeBuffer.of(c), m, n),
                (kind & ADD) != 0,
                behind)
            .call(kept, rows));
  }

  private static Matrix factor(Buffer buffer, boolean transposed, int rows, int columns) {
    NativeBuffer floats = NativeBuffer.of(buffer);
    return transposed
        ? Matrix.rowMajor(floats, columns, rows).transposed()
        : Matrix.rowMajor(floats, rows, columns);
  }
}
