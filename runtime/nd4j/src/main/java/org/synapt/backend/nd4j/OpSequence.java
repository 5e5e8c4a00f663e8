package org.synapt.backend.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.ReduceOp;
import org.nd4j.linalg.api.ops.ScalarOp;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;
import org.nd4j.linalg.api.ops.impl.reduce.same.Max;
import org.nd4j.linalg.api.ops.impl.reduce.same.Sum;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMax;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMin;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.api.ops.impl.transforms.comparison.CompareAndSet;
import org.nd4j.linalg.api.ops.impl.transforms.custom.SoftMax;
import org.nd4j.linalg.api.ops.impl.transforms.floating.Sqrt;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.AddOp;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.DivOp;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.MulOp;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.SubOp;
import org.nd4j.linalg.api.ops.impl.transforms.same.Abs;
import org.nd4j.linalg.api.ops.impl.transforms.same.Sign;
import org.nd4j.linalg.api.ops.impl.transforms.same.Square;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Log;
import org.nd4j.linalg.indexing.conditions.Conditions;

/**
 * Ops of ND4J one after the other, prepared once for the operands of a call: run again, each takes
 * about a microsecond and what its numbers take.
 *
 * <p>Each method adds a step. The last operand is written; unless it is said otherwise it may be
 * one of the others. In an op of two operands, one that has a single row or column serves all;
 * there, ND4J takes four times as long to write over an operand.
 */
final class OpSequence implements AutoCloseable {
  private static final CustomOp PRODUCT = new Mmul();
  private static final CustomOp SUM = new AddOp();
  private static final CustomOp DIFFERENCE = new SubOp();
  private static final CustomOp PAIRS = new MulOp();
  private static final CustomOp RATIO = new DivOp();
  private static final CustomOp SOFTMAX = new SoftMax();

  /** Places that steps of several ops take, and no kernel. */
  private static final int POWERS = 8;

  private static final int SCALED = 9;

  private final Room room;
  private final PreparedSteps steps = new PreparedSteps();

  OpSequence(Room room) {
    this.room = room;
  }

  /** Runs all of them. */
  void run() {
    steps.run();
  }

  @Override
  public void close() {
    steps.close();
  }

  /** z = x + y. */
  OpSequence add(INDArray x, INDArray y, INDArray z) {
    return then(PreparedOp.of(SUM, z, x, y));
  }

  /** z = x − y. */
  OpSequence subtract(INDArray x, INDArray y, INDArray z) {
    return then(PreparedOp.of(DIFFERENCE, z, x, y));
  }

  /** z = x · y, pair by pair. */
  OpSequence multiply(INDArray x, INDArray y, INDArray z) {
    return then(PreparedOp.of(PAIRS, z, x, y));
  }

  /** z = x / y. */
  OpSequence divide(INDArray x, INDArray y, INDArray z) {
    return then(PreparedOp.of(RATIO, z, x, y));
  }

  /** The softmax of each row. */
  OpSequence softmax(INDArray x, INDArray z) {
    return then(PreparedOp.of(SOFTMAX, z, x).integers(1));
  }

  /**
   * {@code y = kept · y + factor · Σ x} over the rows of a matrix: a sum for each column. Written
   * elsewhere than x; so for the other sums.
   */
  OpSequence sumOfRows(
      int rows, int columns, double factor, Nd4jBuffer x, double kept, Nd4jBuffer y) {
    return sum(x.columnMajor(columns, rows), rows, factor, kept, y.array(columns));
  }

  /** {@code y = kept · y + factor · Σ x} over the columns of a matrix: a sum for each row. */
  OpSequence sumOfColumns(
      int rows, int columns, double factor, Nd4jBuffer x, double kept, Nd4jBuffer y) {
    return sum(x.array(rows, columns), columns, factor, kept, y.array(rows));
  }

  private OpSequence sum(INDArray x, int terms, double factor, double kept, INDArray y) {
    return product(x, room.ones(terms).array(terms), factor, kept, y);
  }

  /** {@code y = kept · y + factor · x · v} of a matrix and a vector. */
  OpSequence product(INDArray x, INDArray v, double factor, double kept, INDArray y) {
    return then(PreparedOp.of(PRODUCT, y, x, v).reals(factor, kept));
  }

  /** {@code y = x · γ + β}, where γ and β have a number for each column, or are of length 0. */
  OpSequence affine(
      int rows, int columns, Nd4jBuffer x, Nd4jBuffer gamma, Nd4jBuffer beta, Nd4jBuffer y) {
    INDArray from = x.array(rows, columns);
    INDArray to = y.array(rows, columns);
    if (gamma.length() == 0 && beta.length() == 0) {
      return add(from, 0, to);
    }
    if (beta.length() == 0) {
      return multiply(from, gamma.array(1, columns), to);
    }
    if (gamma.length() == 0) {
      return add(from, beta.array(1, columns), to);
    }
    INDArray scaled = room.place(SCALED, rows * columns).array(rows, columns);
    return multiply(from, gamma.array(1, columns), scaled).add(scaled, beta.array(1, columns), to);
  }

  /**
   * The logarithm of the sum of the powers of each row, from what is left of it without its largest
   * element, so that no power is too large.
   *
   * @param below written: [rows, columns], x − max x
   * @param logs written: [rows], log Σ exp(below)
   */
  OpSequence logOfSum(int rows, int columns, Nd4jBuffer x, INDArray below, Nd4jBuffer logs) {
    Nd4jBuffer powers = room.place(POWERS, rows * columns);
    INDArray largest = logs.array(rows);
    return max(x.array(rows, columns), largest, 1)
        .subtract(x.array(rows, columns), logs.array(rows, 1), below)
        .exp(below, powers.array(rows, columns))
        .sumOfColumns(rows, columns, 1, powers, 0, logs)
        .log(largest, largest);
  }

  /** The sums along some axes. */
  OpSequence sum(INDArray x, INDArray z, int... axes) {
    return then(new Sum(x, z, axes));
  }

  /** The largest along some axes; passes NaNs over. */
  OpSequence max(INDArray x, INDArray z, int... axes) {
    return then(new Max(x, z, axes));
  }

  /** z = exp(x). */
  OpSequence exp(INDArray x, INDArray z) {
    return then(new Exp(x, z));
  }

  /** z = log(x). */
  OpSequence log(INDArray x, INDArray z) {
    return then(new Log(x, z));
  }

  /** z = √x. */
  OpSequence sqrt(INDArray x, INDArray z) {
    return then(new Sqrt(x, z));
  }

  /** z = x². */
  OpSequence square(INDArray x, INDArray z) {
    return then(new Square(x, z));
  }

  /** z = |x|. */
  OpSequence abs(INDArray x, INDArray z) {
    return then(new Abs(x, z));
  }

  /** The sign of x; 0 for what is no number. */
  OpSequence sign(INDArray x, INDArray z) {
    return then(new Sign(x, z));
  }

  /** z = x + y. */
  OpSequence add(INDArray x, float y, INDArray z) {
    return then(new ScalarAdd(x, null, z, y));
  }

  /** z = x · y. */
  OpSequence multiply(INDArray x, float y, INDArray z) {
    return then(new ScalarMultiplication(x, null, z, y));
  }

  /** The larger of x and y; y for what is no number. */
  OpSequence atLeast(INDArray x, float y, INDArray z) {
    return then(new ScalarMax(x, null, z, y));
  }

  /** The smaller of x and y; y for what is no number. */
  OpSequence atMost(INDArray x, float y, INDArray z) {
    return then(new ScalarMin(x, null, z, y));
  }

  /** x where it is above 0, else 0; NaN stays. */
  OpSequence relu(INDArray x, INDArray z) {
    return then(new RectifiedLinear(x, z, 0));
  }

  /** 0 for every number, the infinite too, and NaN for NaN: what ND4J's ops hide comes back so. */
  OpSequence nothingButNaN(INDArray x, INDArray z) {
    CompareAndSet op = new CompareAndSet(x, 0, Conditions.isInfinite());
    op.setZ(z);
    return then((Op) op).multiply(z, 0, z);
  }

  private OpSequence then(PreparedOp op) {
    steps.add(op);
    return this;
  }

  private OpSequence then(Op op) {
    steps.add(op);
    return this;
  }

  private OpSequence then(ScalarOp op) {
    steps.add(op);
    return this;
  }

  private OpSequence then(ReduceOp op) {
    steps.add(op);
    return this;
  }
}
