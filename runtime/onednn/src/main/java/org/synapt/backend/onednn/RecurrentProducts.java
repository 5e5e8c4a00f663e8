package org.synapt.backend.onednn;

import java.util.ArrayList;
import java.util.List;
import org.synapt.backend.java.FormulaRows;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Formula;
import org.synapt.kernel.Recurrence;
import org.synapt.kernel.Recurrence.Option;

/** The products of a recurrent layer over all steps of all examples at once. */
final class RecurrentProducts implements AutoCloseable {
  private static final Formula PLUS_BIAS =
      new Formula("x + b", 1, "x", "b") {
        @Override
        public void apply(int n, float[] y, float[][] x) {
          float[] sum = x[0];
          float[] b = x[1];
          for (int j = 0; j < n; j++) {
            y[j] = sum[j] + b[j];
          }
        }
      };

  private final Engine engine;
  private final KeptFactor kept;
  private final FormulaRows formulaRows;
  private final Recurrence recurrence;
  private final int rows;
  private final List<ProductCall> calls = new ArrayList<>();

  private RecurrentProducts(
      Engine engine, KeptFactor kept, FormulaRows formulaRows, Recurrence recurrence, int batch) {
    this.engine = engine;
    this.kept = kept;
    this.formulaRows = formulaRows;
    this.recurrence = recurrence;
    this.rows = Math.multiplyExact(batch, recurrence.steps());
  }

  /** {@code sums = x · W + b}. */
  static RecurrentProducts forward(
      Engine engine,
      KeptFactor kept,
      FormulaRows formulaRows,
      Recurrence recurrence,
      int batch,
      Buffer x,
      Buffer kernel,
      Buffer bias,
      NativeMemory shared) {
    RecurrentProducts products =
        new RecurrentProducts(engine, kept, formulaRows, recurrence, batch);
    products.add(
        products.matrix(x, recurrence.inputs()),
        products.weights(kernel, recurrence.inputs()),
        Matrix.rowMajor(shared, 0, products.rows, recurrence.columns()),
        bias.length() == 0 ? Behind.NOTHING : Behind.of(PLUS_BIAS, bias));
    return products;
  }

  /** {@code dW = xᵀ · dsums}, {@code dU = hᵀ · dsums} and {@code dx = dsums · Wᵀ}. */
  static RecurrentProducts gradient(
      Engine engine,
      KeptFactor kept,
      FormulaRows formulaRows,
      Recurrence recurrence,
      int batch,
      Buffer x,
      Buffer kernel,
      Buffer saved,
      Buffer dx,
      Buffer dkernel,
      Buffer drecurrentKernel,
      NativeMemory shared) {
    RecurrentProducts products =
        new RecurrentProducts(engine, kept, formulaRows, recurrence, batch);
    int inputs = recurrence.inputs();
    Matrix dsums = Matrix.rowMajor(shared, 0, products.rows, recurrence.columns());
    if (dkernel.length() > 0) {
      products.add(
          products.matrix(x, inputs).transposed(),
          dsums,
          products.weights(dkernel, inputs),
          Behind.NOTHING);
    }
    if (drecurrentKernel.length() > 0) {
      products.recurrent(saved, dsums, drecurrentKernel);
    }
    if (dx.length() > 0) {
      products.add(
          dsums,
          products.weights(kernel, inputs).transposed(),
          products.matrix(dx, inputs),
          Behind.NOTHING);
    }
    return products;
  }

  private void recurrent(Buffer saved, Matrix dsums, Buffer drecurrentKernel) {
    int units = recurrence.units();
    int columns = recurrence.columns();
    Matrix states = matrix(saved, units).transposed();
    Matrix result = weights(drecurrentKernel, units);
    int behind = dsums.at() + rows * columns;
    if (recurrence.cell() != Recurrence.Cell.GRU) {
      add(states, dsums, result, Behind.NOTHING);
    } else if (recurrence.has(Option.RESET_AFTER)) {
      Matrix apart = Matrix.rowMajor(dsums.memory(), behind, rows, columns);
      add(states, apart, result, Behind.NOTHING);
    } else {
      int before = columns - units;
      Matrix factor = Matrix.rowMajor(dsums.memory(), behind, rows, units).transposed();
      add(
          states,
          dsums.block(0, rows, 0, before),
          result.block(0, units, 0, before),
          Behind.NOTHING);
      add(
          factor,
          dsums.block(0, rows, before, units),
          result.block(0, units, before, units),
          Behind.NOTHING);
    }
  }

  private Matrix matrix(Buffer buffer, int columns) {
    return Matrix.rowMajor(NativeBuffer.of(buffer), rows, columns);
  }

  private Matrix weights(Buffer buffer, int inputs) {
    return Matrix.rowMajor(NativeBuffer.of(buffer), inputs, recurrence.columns());
  }

  private void add(Matrix a, Matrix b, Matrix c, Behind behind) {
    boolean transA = a.rowStep() == 1 && a.columnStep() != 1;
    boolean transB = b.rowStep() == 1 && b.columnStep() != 1;
    ProductShape shape = new ProductShape(c.rows(), a.columns(), c.columns(), transA, transB);
    calls.add(new ProductPlan(engine, shape, a, b, c, false, behind).call(kept, formulaRows));
  }

  /** Computes them, one after another. */
  void run() {
    for (int i = 0; i < calls.size(); i++) {
      calls.get(i).run();
    }
  }

  @Override
  public void close() {
    calls.forEach(ProductCall::close);
  }
}
