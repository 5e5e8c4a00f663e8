package org.synapt.processor.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.synapt.processor.op.AveragePooling;
import org.synapt.processor.op.Convolution;
import org.synapt.processor.op.Interpolation;
import org.synapt.processor.op.MaxPooling;
import org.synapt.processor.op.ZeroPadding;
import org.synapt.processor.shape.Shape;
import org.synapt.processor.shape.Windows;

/**
 * What moves over images in double precision, each op as the sum that its documentation states.
 * What a max pooling saves is the position of the largest element.
 */
final class ImageInterpreter {
  private final int batch;
  private final List<Value> operands;
  private final Shape result;
  private final List<double[]> x;

  private ImageInterpreter(int batch, List<Value> operands, Shape result, List<double[]> x) {
    this.batch = batch;
    this.operands = operands;
    this.result = result;
    this.x = x;
  }

  /** What an op gives, if it is one of these; what else it writes, it writes in its operands. */
  static Optional<double[]> of(
      Op op, int batch, List<Value> operands, Value result, List<double[]> x) {
    ImageInterpreter images = new ImageInterpreter(batch, operands, result.shape(), x);
    if (op instanceof Convolution convolution) {
      return Optional.of(images.convolution(convolution));
    } else if (op instanceof MaxPooling pooling) {
      return Optional.of(images.largest(pooling));
    } else if (op instanceof MaxPooling.Gradient) {
      return Optional.of(images.toTheLargest());
    } else if (op instanceof AveragePooling pooling) {
      return Optional.of(images.means(pooling.windows()));
    } else if (op instanceof AveragePooling.Gradient pooling) {
      return Optional.of(images.shares(pooling.windows()));
    } else if (op instanceof ZeroPadding padding) {
      return Optional.of(images.margins(padding));
    } else if (op instanceof Interpolation linear) {
      return Optional.of(images.between(linear));
    } else if (op instanceof Interpolation.Gradient linear) {
      return Optional.of(images.backBetween(linear));
    }
    return Optional.empty();
  }

  private double[] zeros() {
    return new double[(int) (batch * result.size())];
  }

  /** Calls for every example, each channel of a group and each filter of the same group. */
  private interface Product {
    void add(int x, int weight, int y);
  }

  private double[] convolution(Convolution op) {
    double[] sum =
        op.kind() == Convolution.Kind.WEIGHT_GRADIENT ? new double[(int) result.size()] : zeros();
    double[] a = x.get(0);
    double[] b = x.get(1);
    products(
        op,
        switch (op.kind()) {
          case FORWARD -> (image, weight, y) -> sum[y] += a[image] * b[weight];
          case DATA_GRADIENT -> (image, weight, y) -> sum[image] += a[y] * b[weight];
          case WEIGHT_GRADIENT -> (image, weight, y) -> sum[weight] += a[image] * b[y];
        });
    return sum;
  }

  private void products(Convolution op, Product product) {
    int channels = op.channels(operands);
    int filters = op.filters(operands);
    int seen = channels / op.groups();
    int positions = (int) op.windows().image(1).size();
    int results = (int) op.windows().result(1).size();
    for (WindowWalk.Step step : WindowWalk.over(op.windows())) {
      for (int example = 0; example < batch; example++) {
        for (int f = 0; f < filters; f++) {
          int group = f / (filters / op.groups());
          for (int k = 0; k < seen; k++) {
            product.add(
                (example * positions + step.image()) * channels + group * seen + k,
                (step.window() * seen + k) * filters + f,
                (example * results + step.result()) * filters + f);
          }
        }
      }
    }
  }

  /** Calls for every channel of every element of an image that a window takes. */
  private interface Taken {
    void at(int image, int result);
  }

  private void pool(Windows windows, int channels, Taken taken) {
    int positions = (int) windows.image(channels).size();
    int results = (int) windows.result(channels).size();
    for (WindowWalk.Step step : WindowWalk.over(windows)) {
      for (int example = 0; example < batch; example++) {
        for (int k = 0; k < channels; k++) {
          taken.at(
              example * positions + step.image() * channels + k,
              example * results + step.result() * channels + k);
        }
      }
    }
  }

  private double[] largest(MaxPooling op) {
    double[] y = zeros();
    double[] from = x.get(0);
    double[] saved = op.training() ? x.get(1) : new double[y.length];
    Arrays.fill(y, Double.NEGATIVE_INFINITY);
    pool(
        op.windows(),
        result.last(),
        (image, window) -> {
          if (from[image] > y[window]) {
            y[window] = from[image];
            saved[window] = image;
          }
        });
    return y;
  }

  private double[] toTheLargest() {
    double[] dx = zeros();
    for (int i = 0; i < x.get(0).length; i++) {
      dx[(int) x.get(1)[i]] += x.get(0)[i];
    }
    return dx;
  }

  private double[] means(Windows windows) {
    double[] y = zeros();
    double[] counts = counts(windows, y.length);
    pool(windows, result.last(), (image, window) -> y[window] += x.get(0)[image] / counts[window]);
    return y;
  }

  private double[] shares(Windows windows) {
    double[] dx = zeros();
    double[] counts = counts(windows, x.get(0).length);
    pool(windows, result.last(), (image, window) -> dx[image] += x.get(0)[window] / counts[window]);
    return dx;
  }

  /** How many positions of each window lie in the image. */
  private double[] counts(Windows windows, int results) {
    double[] counts = new double[results];
    pool(windows, result.last(), (image, window) -> counts[window]++);
    return counts;
  }

  private double[] margins(ZeroPadding op) {
    boolean pad = op.kind() == ZeroPadding.Kind.PAD;
    Shape inner = pad ? operands.get(0).shape() : result;
    Shape outer = pad ? result : operands.get(0).shape();
    double[] y = zeros();
    for (int i = 0; i < batch * inner.size(); i++) {
      int within = i % (int) inner.size();
      int at = i / (int) inner.size();
      for (int axis = 0; axis < inner.rank(); axis++) {
        int index = within / (int) inner.product(axis + 1, inner.rank()) % inner.extent(axis);
        at = at * outer.extent(axis) + op.before().get(axis) + index;
      }
      y[pad ? at : i] = x.get(0)[pad ? i : at];
    }
    return y;
  }

  private double[] between(Interpolation op) {
    double[] y = zeros();
    Line line = new Line(operands.get(0).shape(), op.axis(), op.factor());
    for (int i = 0; i < y.length; i++) {
      y[i] =
          (1 - line.share(i)) * x.get(0)[line.below(i)] + line.share(i) * x.get(0)[line.above(i)];
    }
    return y;
  }

  private double[] backBetween(Interpolation.Gradient op) {
    double[] dx = zeros();
    Line line = new Line(result, op.axis(), op.factor());
    for (int i = 0; i < x.get(0).length; i++) {
      dx[line.below(i)] += (1 - line.share(i)) * x.get(0)[i];
      dx[line.above(i)] += line.share(i) * x.get(0)[i];
    }
    return dx;
  }

  /** The two elements between which an element of what is drawn out lies. */
  private record Line(Shape shape, int axis, int factor) {

    private int inner() {
      return (int) shape.product(axis + 1, shape.rank());
    }

    /** Where the middle of an element's position lies among the middles of x's positions. */
    private double position(int i) {
      int j = i / inner() % (shape.extent(axis) * factor);
      double position = (j + 0.5) / factor - 0.5;
      return Math.min(Math.max(position, 0), shape.extent(axis) - 1);
    }

    private int element(int i, int position) {
      int outer = i / inner() / (shape.extent(axis) * factor);
      return (outer * shape.extent(axis) + position) * inner() + i % inner();
    }

    int below(int i) {
      return element(i, (int) position(i));
    }

    int above(int i) {
      return element(i, Math.min((int) position(i) + 1, shape.extent(axis) - 1));
    }

    double share(int i) {
      return position(i) - Math.floor(position(i));
    }
  }
}
