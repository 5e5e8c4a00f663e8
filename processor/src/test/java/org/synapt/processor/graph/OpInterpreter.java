package org.synapt.processor.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.synapt.processor.formula.Evaluation;
import org.synapt.processor.op.Accumulate;
import org.synapt.processor.op.BatchMatMul;
import org.synapt.processor.op.Concatenate;
import org.synapt.processor.op.Detach;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.Fold;
import org.synapt.processor.op.Gather;
import org.synapt.processor.op.MatMul;
import org.synapt.processor.op.OneHot;
import org.synapt.processor.op.Penalty;
import org.synapt.processor.op.Permute;
import org.synapt.processor.op.Reduce;
import org.synapt.processor.op.Reshape;
import org.synapt.processor.op.Room;
import org.synapt.processor.op.Slice;
import org.synapt.processor.op.Spread;
import org.synapt.processor.op.SumOverBatch;
import org.synapt.processor.op.Written;
import org.synapt.processor.plan.FusedProduct;
import org.synapt.processor.shape.Shape;

/** Every op in double precision, said as plainly as its formula. */
final class OpInterpreter {
  private final int batch;
  private final boolean training;
  private final RandomNumbers draws;

  /** The arguments are {@link GraphInterpreter}'s. */
  OpInterpreter(int batch, IntToLongFunction keys, boolean random) {
    this(batch, random, new RandomNumbers(keys, random));
  }

  private OpInterpreter(int batch, boolean training, RandomNumbers draws) {
    this.batch = batch;
    this.training = training;
    this.draws = draws;
  }

  /**
   * What an equation gives for the values of its operands; what its op writes besides, it writes in
   * their arrays.
   */
  double[] result(Equation e, List<double[]> x) {
    return e.op() instanceof Fold
        ? x.get(0).clone()
        : new OpInterpreter(batch * (int) e.folded().size(), training, draws)
            .result(e.op(), e.operands(), e.result(), x);
  }

  private double[] result(Op op, List<Value> operands, Value result, List<double[]> x) {
    if (op instanceof Accumulate sum) {
      return sum(x.get(0), result(sum.op(), tail(operands), result, tail(x)));
    } else if (op instanceof FusedProduct fused) {
      return fused(fused, operands, result, x);
    } else if (op instanceof MatMul product) {
      return product(product, x.get(0), x.get(1), operands.get(1).shape());
    } else if (op instanceof BatchMatMul product) {
      return batchProduct(product, operands, result.shape(), x);
    } else if (op instanceof Elementwise formula) {
      return elements(formula, result, operands, x);
    } else if (op instanceof Penalty penalty) {
      return new double[] {penalty(penalty, operands.get(0), x.get(0))};
    } else if (op instanceof Penalty.Gradient gradient) {
      return slopes(gradient.penalty(), operands.get(0), x.get(0));
    }
    return moved(op, operands, result, x);
  }

  private double[] moved(Op op, List<Value> operands, Value result, List<double[]> x) {
    if (op instanceof Reshape || op instanceof Detach) {
      return x.get(0).clone();
    } else if (op instanceof Concatenate concatenate) {
      return joined(concatenate.axis(), operands, result.shape(), x);
    } else if (op instanceof Slice slice) {
      return slice(slice, operands.get(0).shape(), x.get(0));
    } else if (op instanceof Permute permute) {
      return permuted(permute, operands.get(0).shape(), x.get(0));
    } else if (op instanceof Spread spread) {
      return spread(spread, result.shape(), x.get(0));
    } else if (op instanceof Reduce reduce) {
      return reduced(reduce, operands.get(0).shape(), x.get(0));
    } else if (op instanceof Gather) {
      return rows(result.shape().last(), x.get(0), x.get(1));
    } else if (op instanceof Gather.Gradient gradient) {
      return sums(gradient.table(), x.get(0), x.get(1));
    } else if (op instanceof SumOverBatch sum) {
      double[] y = new double[(int) sum.shape().size()];
      IntStream.range(0, x.get(0).length).forEach(i -> y[i % y.length] += x.get(0)[i]);
      return y;
    }
    return noted(op, operands, result, x);
  }

  private static double[] rows(int columns, double[] table, double[] ids) {
    double[] y = new double[ids.length * columns];
    for (int i = 0; i < y.length; i++) {
      y[i] = table[((int) ids[i / columns]) * columns + i % columns];
    }
    return y;
  }

  private static double[] sums(Shape table, double[] ids, double[] dy) {
    double[] dtable = new double[(int) table.size()];
    int columns = table.last();
    for (int i = 0; i < dy.length; i++) {
      dtable[((int) ids[i / columns]) * columns + i % columns] += dy[i];
    }
    return dtable;
  }

  private double[] noted(Op op, List<Value> operands, Value result, List<double[]> x) {
    int count = (int) ((result.batched() ? batch : 1) * result.shape().size());
    if (op instanceof Room) {
      double[] untouched = new double[count];
      Arrays.fill(untouched, Double.NaN);
      return untouched;
    } else if (op instanceof Written) {
      return x.get(0);
    }
    return draws
        .of(op, count, x)
        .or(() -> ImageInterpreter.of(op, batch, operands, result, x))
        .or(() -> NormalizationRows.of(op, operands, x, training))
        .or(() -> AttentionRows.of(op, operands, x))
        .or(() -> RecurrentRows.of(op, batch, operands, result, x))
        .orElseGet(() -> classes(op, operands, result, x));
  }

  private double[] classes(Op op, List<Value> operands, Value result, List<double[]> x) {
    if (op instanceof OneHot oneHot) {
      double[] y = new double[x.get(0).length * oneHot.n()];
      IntStream.range(0, x.get(0).length).forEach(i -> y[i * oneHot.n() + (int) x.get(0)[i]] = 1);
      return y;
    }
    int n = operands.get(0).shape().last();
    double[] y = new double[(int) (batch * result.shape().size())];
    for (int row = 0; row < x.get(0).length / n; row++) {
      SoftmaxRows.row(op, row, n, x, y);
    }
    return y;
  }

  private double[] fused(FusedProduct fused, List<Value> operands, Value result, List<double[]> x) {
    double[] product = result(fused.product(), operands.subList(0, 2), result, x.subList(0, 2));
    List<Value> others = operands.subList(2, operands.size());
    List<Value> values =
        IntStream.range(0, 1 + others.size())
            .mapToObj(i -> i == 0 ? result : others.get(i - 1))
            .toList();
    List<double[]> arrays =
        IntStream.range(0, 1 + others.size())
            .mapToObj(i -> i == 0 ? product : x.get(i + 1))
            .toList();
    return elements(fused.epilogue(), result, values, arrays);
  }

  private static double[] product(MatMul op, double[] a, double[] b, Shape bShape) {
    if (op == MatMul.MULT_TRANS_A) {
      int n = bShape.last();
      int rows = b.length / n;
      int m = a.length / rows;
      return product(m, rows, n, (i, p) -> a[p * m + i], (p, j) -> b[p * n + j]);
    }
    int n = op == MatMul.MULT ? bShape.extent(1) : bShape.extent(0);
    int k = b.length / n;
    Matrix right = op == MatMul.MULT ? (p, j) -> b[p * n + j] : (p, j) -> b[j * k + p];
    return product(a.length / k, k, n, (i, p) -> a[i * k + p], right);
  }

  private double[] batchProduct(BatchMatMul op, List<Value> operands, Shape y, List<double[]> x) {
    int m = y.extent(y.rank() - 2);
    int n = y.last();
    int k = operands.get(0).shape().extent(op.inner(operands.get(0).shape()));
    double[] all = new double[batch * (int) y.size()];
    for (int matrix = 0; matrix < all.length / (m * n); matrix++) {
      double[] a = range(x.get(0), matrix * m * k, m * k);
      double[] b = range(x.get(1), matrix * k * n, k * n);
      Matrix left =
          op == BatchMatMul.MULT_TRANS_A ? (i, p) -> a[p * m + i] : (i, p) -> a[i * k + p];
      Matrix right =
          op == BatchMatMul.MULT_TRANS_B ? (p, j) -> b[j * k + p] : (p, j) -> b[p * n + j];
      System.arraycopy(product(m, k, n, left, right), 0, all, matrix * m * n, m * n);
    }
    return all;
  }

  private interface Matrix {
    double at(int i, int j);
  }

  private static double[] product(int m, int k, int n, Matrix a, Matrix b) {
    double[] c = new double[m * n];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        for (int p = 0; p < k; p++) {
          c[i * n + j] += a.at(i, p) * b.at(p, j);
        }
      }
    }
    return c;
  }

  private double[] elements(Elementwise op, Value result, List<Value> operands, List<double[]> x) {
    int size = (int) ((result.batched() ? batch : 1) * result.shape().size());
    Map<String, Double> variables = new HashMap<>();
    return array(
        size,
        i -> {
          for (int o = 0; o < operands.size(); o++) {
            variables.put(op.variables().get(o), x.get(o)[i % x.get(o).length]);
          }
          return Evaluation.of(op.expression(), variables);
        });
  }

  private double penalty(Penalty penalty, Value x, double... numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += penalty.l1() * Math.abs(number) + penalty.l2() * number * number;
    }
    return sum / (x.batched() ? batch : 1);
  }

  private double[] slopes(Penalty penalty, Value x, double... numbers) {
    double share = x.batched() ? 1.0 / batch : 1;
    return array(
        numbers.length,
        i -> share * (penalty.l1() * Math.signum(numbers[i]) + 2 * penalty.l2() * numbers[i]));
  }

  private double[] joined(int axis, List<Value> operands, Shape whole, List<double[]> x) {
    int outer = (int) (batch * whole.product(0, axis));
    int width = (int) whole.product(axis, whole.rank());
    double[] y = new double[outer * width];
    int at = 0;
    for (int o = 0; o < operands.size(); o++) {
      int columns = x.get(o).length / outer;
      for (int row = 0; row < outer; row++) {
        System.arraycopy(x.get(o), row * columns, y, row * width + at, columns);
      }
      at += columns;
    }
    return y;
  }

  private double[] slice(Slice slice, Shape whole, double[] x) {
    int inner = (int) whole.product(slice.axis() + 1, whole.rank());
    int width = whole.extent(slice.axis()) * inner;
    int columns = slice.extent() * inner;
    return array(
        x.length / width * columns,
        i -> x[i / columns * width + slice.from() * inner + i % columns]);
  }

  private double[] permuted(Permute permute, Shape from, double[] x) {
    Shape to = from.permuted(permute.order());
    int size = (int) from.size();
    return array(
        x.length,
        i -> {
          int[] index = new int[from.rank()];
          int rest = i % size;
          for (int axis = to.rank() - 1; axis >= 0; axis--) {
            index[permute.order().get(axis)] = rest % to.extent(axis);
            rest /= to.extent(axis);
          }
          int position = 0;
          for (int axis = 0; axis < from.rank(); axis++) {
            position = position * from.extent(axis) + index[axis];
          }
          return x[i / size * size + position];
        });
  }

  private static double[] spread(Spread spread, Shape y, double[] x) {
    int inner = (int) y.product(spread.axis() + 1, y.rank());
    int extent = spread.extent();
    return array(x.length * extent, i -> x[i / (extent * inner) * inner + i % inner]);
  }

  private static double[] reduced(Reduce reduce, Shape from, double[] x) {
    int last = reduce.axis() + reduce.axes();
    int inner = (int) from.product(last, from.rank());
    int extent = (int) from.product(reduce.axis(), last);
    return array(
        x.length / extent,
        i -> {
          int first = i / inner * extent * inner + i % inner;
          IntStream axis = IntStream.range(0, extent);
          return reduce.kind() == Reduce.Kind.SUM
              ? axis.mapToDouble(e -> x[first + e * inner]).sum()
              : axis.mapToDouble(e -> x[first + e * inner]).max().orElseThrow();
        });
  }

  private static double[] sum(double[] a, double[] b) {
    return array(a.length, i -> a[i] + b[i]);
  }

  private static double[] range(double[] x, int from, int count) {
    return Arrays.copyOfRange(x, from, from + count);
  }

  private interface Element {
    double at(int i);
  }

  private static double[] array(int size, Element element) {
    double[] y = new double[size];
    Arrays.setAll(y, element::at);
    return y;
  }

  private static <T> List<T> tail(List<T> list) {
    return list.subList(1, list.size());
  }
}
