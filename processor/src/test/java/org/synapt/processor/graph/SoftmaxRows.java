package org.synapt.processor.graph;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.synapt.processor.op.Softmax;
import org.synapt.processor.op.SoftmaxCrossEntropy;
import org.synapt.processor.op.SoftmaxGradient;

/** A softmax and its kin in double precision, row by row. */
final class SoftmaxRows {
  private SoftmaxRows() {}

  /** One row of a softmax and its kin. */
  static void row(Op op, int row, int n, List<double[]> x, double[] y) {
    if (op == SoftmaxCrossEntropy.LOSS) {
      double[] t = range(x.get(2), row * n, n);
      double[] logP = logSoftmax(range(x.get(0), row * n, n));
      y[row] = -dot(t, logP);
      return;
    }
    double[] first = range(x.get(0), row * n, n);
    for (int j = 0; j < n; j++) {
      y[row * n + j] =
          op instanceof Softmax ? logSoftmax(first)[j] : gradient(op, row, n, first, x)[j];
      if (op == Softmax.SOFTMAX) {
        y[row * n + j] = Math.exp(y[row * n + j]);
      }
    }
  }

  private static double[] gradient(Op op, int row, int n, double[] first, List<double[]> x) {
    double[] second = range(x.get(1), row * n, n);
    if (op instanceof SoftmaxCrossEntropy.Gradient) {
      double total = Arrays.stream(second).sum();
      double dloss = x.get(2)[row];
      return row(n, j -> dloss * (first[j] * total - second[j]));
    } else if (op == SoftmaxGradient.SOFTMAX) {
      double dot = dot(first, second);
      return row(n, j -> first[j] * (second[j] - dot));
    } else if (op == SoftmaxGradient.LOG_SOFTMAX) {
      double total = Arrays.stream(second).sum();
      return row(n, j -> second[j] - Math.exp(first[j]) * total);
    }
    throw new IllegalArgumentException("cannot interpret " + op);
  }

  private static double[] logSoftmax(double[] z) {
    double largest = Arrays.stream(z).max().orElseThrow();
    double sum = Arrays.stream(z).map(v -> Math.exp(v - largest)).sum();
    return Arrays.stream(z).map(v -> v - largest - Math.log(sum)).toArray();
  }

  private static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }

  private static double[] range(double[] x, int from, int count) {
    return Arrays.copyOfRange(x, from, from + count);
  }

  private static double[] row(int n, IntToDoubleFunction element) {
    return IntStream.range(0, n).mapToDouble(element).toArray();
  }
}
