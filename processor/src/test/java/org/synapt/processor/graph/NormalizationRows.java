package org.synapt.processor.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.synapt.processor.op.Affine;
import org.synapt.processor.op.BatchNormalization;
import org.synapt.processor.op.LayerNormalization;

/**
 * Normalizations and their gradients in double precision, group by group: a group's elements get
 * mean 0 and variance 1, be it a column of a batch or a row. What is saved is the means of all
 * groups, and then their variances with ε.
 */
final class NormalizationRows {
  private final List<Value> operands;
  private final List<double[]> x;
  private final boolean training;
  private final int n;
  private final int size;

  private NormalizationRows(List<Value> operands, List<double[]> x, boolean training) {
    this.operands = operands;
    this.x = x;
    this.training = training;
    this.n = operands.get(0).shape().last();
    this.size = x.get(0).length;
  }

  /** What an op gives, if it is one of these; what else it writes, it writes in its operands. */
  static Optional<double[]> of(Op op, List<Value> operands, List<double[]> x, boolean training) {
    if (op instanceof BatchNormalization batch) {
      return Optional.of(new NormalizationRows(operands, x, training).ofBatch(batch));
    } else if (op instanceof BatchNormalization.Gradient of) {
      NormalizationRows rows = new NormalizationRows(operands, x, training);
      return Optional.of(rows.gradient(rows.columns(), of.scale(), of.asked()));
    } else if (op instanceof LayerNormalization layer) {
      return Optional.of(new NormalizationRows(operands, x, true).ofRows(layer));
    } else if (op instanceof LayerNormalization.Gradient of) {
      NormalizationRows rows = new NormalizationRows(operands, x, true);
      return Optional.of(rows.gradient(rows.rows(), of.scale(), of.asked()));
    }
    return Optional.empty();
  }

  private int[][] columns() {
    return IntStream.range(0, n)
        .mapToObj(j -> IntStream.range(0, size / n).map(i -> i * n + j).toArray())
        .toArray(int[][]::new);
  }

  private int[][] rows() {
    return IntStream.range(0, size / n)
        .mapToObj(i -> IntStream.range(0, n).map(j -> i * n + j).toArray())
        .toArray(int[][]::new);
  }

  private double[] ofBatch(BatchNormalization op) {
    double[] movingMean = x.get(1);
    double[] movingVariance = x.get(2);
    double[] saved = x.get(3);
    if (training) {
      measure(columns(), saved);
      for (int j = 0; j < n; j++) {
        movingMean[j] = moved(movingMean[j], saved[j], op.momentum());
        movingVariance[j] = moved(movingVariance[j], saved[n + j], op.momentum());
      }
    } else {
      System.arraycopy(movingMean, 0, saved, 0, n);
      System.arraycopy(movingVariance, 0, saved, n, n);
    }
    return normalized(columns(), saved, op.epsilon(), op.affine());
  }

  private static double moved(double moving, double now, double momentum) {
    return moving * momentum + now * (1 - momentum);
  }

  private double[] ofRows(LayerNormalization op) {
    double[] saved = op.training() ? x.get(1) : new double[2 * size / n];
    measure(rows(), saved);
    return normalized(rows(), saved, op.epsilon(), op.affine());
  }

  private void measure(int[][] groups, double... saved) {
    double[] from = x.get(0);
    for (int g = 0; g < groups.length; g++) {
      double mean = mean(groups[g], from);
      saved[g] = mean;
      saved[groups.length + g] =
          Arrays.stream(groups[g]).mapToDouble(i -> square(from[i] - mean)).average().orElseThrow();
    }
  }

  private double[] normalized(int[][] groups, double[] saved, double epsilon, Affine affine) {
    double[] gamma = vector(affine.gamma(operands), 1);
    double[] beta = vector(affine.beta(operands), 0);
    double[] y = new double[size];
    for (int g = 0; g < groups.length; g++) {
      saved[groups.length + g] += epsilon;
      for (int i : groups[g]) {
        double normal = (x.get(0)[i] - saved[g]) / Math.sqrt(saved[groups.length + g]);
        y[i] = gamma[i % n] * normal + beta[i % n];
      }
    }
    return y;
  }

  /** Of dy, x, what was saved, γ if there is one, and room for dγ and dβ. */
  private double[] gradient(int[][] groups, boolean scale, Affine asked) {
    double[] dy = x.get(0);
    double[] saved = x.get(2);
    double[] gamma = vector(scale ? Optional.of(operands.get(3)) : Optional.empty(), 1);
    double[] dgamma = new double[n];
    double[] dbeta = new double[n];
    double[] dx = new double[size];
    for (int g = 0; g < groups.length; g++) {
      double mean = saved[g];
      double deviation = Math.sqrt(saved[groups.length + g]);
      double[] normal = Arrays.stream(x.get(1)).map(it -> (it - mean) / deviation).toArray();
      double[] slope = IntStream.range(0, size).mapToDouble(i -> gamma[i % n] * dy[i]).toArray();
      double[] product = IntStream.range(0, size).mapToDouble(i -> slope[i] * normal[i]).toArray();
      for (int i : groups[g]) {
        dgamma[i % n] += dy[i] * normal[i];
        dbeta[i % n] += dy[i];
        double rest = mean(groups[g], slope) + normal[i] * mean(groups[g], product);
        dx[i] = (slope[i] - (training ? rest : 0)) / deviation;
      }
    }
    asked.gamma(operands).ifPresent(room -> write(dgamma, room));
    asked.beta(operands).ifPresent(room -> write(dbeta, room));
    return dx;
  }

  private void write(double[] numbers, Value room) {
    System.arraycopy(numbers, 0, x.get(operands.indexOf(room)), 0, n);
  }

  private double[] vector(Optional<Value> operand, double otherwise) {
    double[] constant = new double[n];
    Arrays.fill(constant, otherwise);
    return operand.map(value -> x.get(operands.indexOf(value))).orElse(constant);
  }

  private static double mean(int[] group, double... x) {
    return Arrays.stream(group).mapToDouble(i -> x[i]).average().orElseThrow();
  }

  private static double square(double x) {
    return x * x;
  }
}
