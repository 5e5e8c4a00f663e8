package org.synapt.backend.nd4j;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;

/**
 * Products of matrices that lie row after row: one product of ND4J each, prepared once, without a
 * copy of anything.
 *
 * <p>BLAS wants the elements of a column of the result side by side, so ND4J computes its
 * transpose, which is the same floats: {@code cᵀ = bᵀ · aᵀ}. Which factor BLAS is to transpose ND4J
 * sees by its strides. Products of one row or column and a large matrix are those of a matrix and a
 * vector, which read that matrix once.
 *
 * <pre>{@code
 * gemm.a(x, 0, 784, false).b(w, 0, 500, false).c(y, 0, 500).multiply(100, 784, 500);
 * }</pre>
 */
final class Gemm {
  /** Elements from which on a matrix is multiplied with a vector: about what an L2 cache holds. */
  private static final long LARGE = 1 << 17;

  private final Mmul op = new Mmul();
  private final Calls<PreparedOp> calls = new Calls<>(PreparedOp::close);
  private final Matrix a = new Matrix();
  private final Matrix b = new Matrix();
  private final Matrix c = new Matrix();

  /**
   * The left factor.
   *
   * @param at its first float in the buffer
   * @param step how far apart its rows lie: those of its transpose, if that is what lies there
   * @param transposed whether it is the transpose of what lies there
   */
  Gemm a(Nd4jBuffer buffer, int at, int step, boolean transposed) {
    a.set(buffer, at, step, transposed);
    return this;
  }

  /** The right factor, told in the same way. */
  Gemm b(Nd4jBuffer buffer, int at, int step, boolean transposed) {
    b.set(buffer, at, step, transposed);
    return this;
  }

  /** The result, which shares no float with the factors. */
  Gemm c(Nd4jBuffer buffer, int at, int step) {
    c.set(buffer, at, step, false);
    return this;
  }

  /** {@code c [m, n] = a [m, k] · b [k, n]}. */
  void multiply(int m, int k, int n) {
    run(m, k, n, 0);
  }

  /** {@code c [m, n] = c + a [m, k] · b [k, n]}. */
  void add(int m, int k, int n) {
    run(m, k, n, 1);
  }

  private void run(int m, int k, int n, int share) {
    if (m == 0 || n == 0) {
      return;
    }
    calls.begin(share).with(m).with(k).with(n);
    a.describe(calls);
    b.describe(calls);
    c.describe(calls);
    Optional<PreparedOp> known = calls.find();
    (known.isPresent() ? known.get() : calls.keep(prepare(m, k, n).reals(1, share))).run();
  }

  /** The product of these sizes, for a call that keeps it itself. */
  PreparedOp prepare(int m, int k, int n) {
    return product(m, k, n).plain();
  }

  private PreparedOp product(int m, int k, int n) {
    if (n == 1 && (long) m * k >= LARGE) {
      return PreparedOp.of(op, c.column(m), a.rows(m, k), b.column(k));
    }
    if (m == 1 && (long) k * n >= LARGE) {
      return PreparedOp.of(op, c.row(n), b.columns(k, n), a.row(k));
    }
    return PreparedOp.of(op, c.columns(m, n), b.columns(k, n), a.columns(m, k));
  }

  /** A matrix, or the transpose of one that lies row after row. */
  private static final class Matrix {
    private Nd4jBuffer buffer;
    private int at;
    private int rowStep;
    private int columnStep;

    @SuppressWarnings("NullAway.Init") // Each call brings its operands.
    Matrix() {}

    void set(Nd4jBuffer newBuffer, int newAt, int step, boolean transposed) {
      buffer = newBuffer;
      at = newAt;
      rowStep = transposed ? 1 : step;
      columnStep = transposed ? step : 1;
    }

    void describe(Calls<?> calls) {
      calls.with(buffer).with(at).with(rowStep).with(columnStep);
    }

    INDArray rows(int rows, int columns) {
      return buffer.view(at, new long[] {rows, columns}, new long[] {rowStep, columnStep});
    }

    /** The transpose. */
    INDArray columns(int rows, int columns) {
      return buffer.view(at, new long[] {columns, rows}, new long[] {columnStep, rowStep});
    }

    /** The only row. */
    INDArray row(int columns) {
      return buffer.view(at, new long[] {columns}, new long[] {columnStep});
    }

    /** The only column. */
    INDArray column(int rows) {
      return buffer.view(at, new long[] {rows}, new long[] {rowStep});
    }
  }
}
