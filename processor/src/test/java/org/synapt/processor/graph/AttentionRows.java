package org.synapt.processor.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.synapt.processor.op.FirstRows;
import org.synapt.processor.op.MaskedSoftmax;
import org.synapt.processor.shape.Shape;

/** What attention is made of in double precision, score by score. */
final class AttentionRows {
  private final MaskedSoftmax op;
  private final Shape scores;
  private final Optional<double[]> queryMask;
  private final Optional<double[]> keyMask;

  private AttentionRows(MaskedSoftmax op, Shape scores, List<double[]> x, int masksAt) {
    this.op = op;
    this.scores = scores;
    this.queryMask = op.queries() ? Optional.of(x.get(masksAt)) : Optional.empty();
    this.keyMask = op.keys() ? Optional.of(x.get(x.size() - 1)) : Optional.empty();
  }

  /** What an op gives; empty if it is another. */
  static Optional<double[]> of(Op op, List<Value> operands, List<double[]> x) {
    Shape scores = operands.isEmpty() ? Shape.of() : operands.get(0).shape();
    if (op instanceof MaskedSoftmax softmax) {
      return Optional.of(new AttentionRows(softmax, scores, x, 1).softmax(x.get(0)));
    } else if (op instanceof MaskedSoftmax.Gradient gradient) {
      AttentionRows rows = new AttentionRows(gradient.softmax(), scores, x, 2);
      return Optional.of(rows.gradient(x.get(0), x.get(1)));
    } else if (op instanceof FirstRows first) {
      return Optional.of(Arrays.copyOf(x.get(0), first.rows() * scores.last()));
    } else if (op instanceof FirstRows.Gradient gradient) {
      return Optional.of(Arrays.copyOf(x.get(0), (int) gradient.shape().size()));
    }
    return Optional.empty();
  }

  private int n() {
    return scores.last();
  }

  private boolean counts(int i) {
    int query = i / n() % scores.extent(scores.rank() - 2);
    int example = i / (int) scores.size();
    int key = i % n();
    int queries = scores.extent(scores.rank() - 2);
    return queryMask.map(mask -> mask[example * queries + query] != 0).orElse(true)
        && keyMask.map(mask -> mask[example * n() + key] != 0).orElse(true)
        && (!op.causal() || key <= query);
  }

  private double[] softmax(double[] x) {
    double[] y = new double[x.length];
    for (int row = 0; row < x.length; row += n()) {
      double sum = 0;
      for (int i = row; i < row + n(); i++) {
        y[i] = counts(i) ? Math.exp(x[i]) : 0;
        sum += y[i];
      }
      for (int i = row; i < row + n(); i++) {
        y[i] = sum == 0 ? 1.0 / n() : y[i] / sum;
      }
    }
    return y;
  }

  private double[] gradient(double[] y, double[] dy) {
    double[] dx = new double[y.length];
    for (int row = 0; row < y.length; row += n()) {
      double sum = 0;
      for (int i = row; i < row + n(); i++) {
        sum += y[i] * dy[i];
      }
      for (int i = row; i < row + n(); i++) {
        dx[i] = counts(i) ? y[i] * (dy[i] - sum) : 0;
      }
    }
    return dx;
  }
}
