package org.synapt.backend.onednn;

import java.util.ArrayList;
import java.util.List;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Convolution;
import org.synapt.kernel.Formula;
import org.synapt.kernel.Functions;
import org.synapt.kernel.Windows;

/** Layers of real networks, and a few that are harder to divide. */
enum ConvolutionCase {
  MNIST_EDGES(square(28).sized(3, 3).padding(1, 1, 1, 1), 1, 32, 1),
  MNIST_STROKES(square(28).sized(3, 3), 32, 32, 1),
  LENET(square(14).sized(5, 5), 6, 16, 1),
  CIFAR_EDGES(square(32).sized(3, 3).padding(1, 1, 1, 1), 3, 32, 1),
  CIFAR_CURVES(square(32).sized(3, 3), 32, 32, 1),
  CIFAR_TEXTURES(square(15).sized(3, 3).padding(1, 1, 1, 1), 32, 64, 1),
  CIFAR_PARTS(square(15).sized(3, 3), 64, 64, 1),
  RESNET_EDGES(square(32).sized(3, 3).padding(1, 1, 1, 1), 3, 16, 1),
  RESNET_FINE(square(32).sized(3, 3).padding(1, 1, 1, 1), 16, 16, 1),
  RESNET_HALF(square(32).sized(3, 3).strides(2, 2).padding(0, 1, 0, 1), 16, 32, 1),
  RESNET_HALF_SHORTCUT(square(32).strides(2, 2), 16, 32, 1),
  RESNET_MEDIUM(square(16).sized(3, 3).padding(1, 1, 1, 1), 32, 32, 1),
  RESNET_QUARTER(square(16).sized(3, 3).strides(2, 2).padding(0, 1, 0, 1), 32, 64, 1),
  RESNET_QUARTER_SHORTCUT(square(16).strides(2, 2), 32, 64, 1),
  RESNET_COARSE(square(8).sized(3, 3).padding(1, 1, 1, 1), 64, 64, 1),
  DEPTHWISE(square(28).sized(3, 3).padding(1, 1, 1, 1), 32, 32, 32),
  IN_GROUPS(square(14).sized(3, 3).padding(1, 1, 1, 1), 32, 64, 4),
  CAUSAL(Windows.over(200).sized(3).dilated(4).padding(8, 0), 24, 40, 1),
  SOLID(
      Windows.over(9, 12, 10).sized(3, 2, 3).strides(2, 1, 1).padding(1, 1, 0, 1, 2, 0), 8, 20, 1),
  MOSTLY_PADDING(square(9).sized(2, 2).padding(5, 6, 7, 4), 40, 64, 1);

  /** As the compiler writes it, so that oneDNN may compute it. */
  private static final Formula KNOWN = formula("relu(x + b)");

  /** The same, under a text that nobody knows. */
  private static final Formula UNKNOWN = formula("max(x + b, 0)");

  final Windows windows;
  final int channels;
  final int filters;
  final int groups;

  ConvolutionCase(Windows windows, int channels, int filters, int groups) {
    this.windows = windows;
    this.channels = channels;
    this.filters = filters;
    this.groups = groups;
  }

  private static Windows square(int extent) {
    return Windows.over(extent, extent);
  }

  private static Formula formula(String text) {
    return new Formula(text, 1, "x", "b") {
      @Override
      public void apply(int n, float[] y, float[][] x) {
        for (int j = 0; j < n; j++) {
          y[j] = Functions.relu(x[0][j] + x[1][j]);
        }
      }
    };
  }

  /** The kernel and its operands in some place, batch after batch. */
  Operands on(Site site, int batch) {
    return new Operands(this, site, batch);
  }

  /** A convolution's operands, with results in place of the last ones. */
  static final class Operands {
    final Buffer weight;
    private final ConvolutionCase it;
    private final Convolution kernel;
    private final int batch;
    private final Buffer bias;
    private final Buffer x;
    private final Buffer y;
    private final Buffer dx;
    private final Buffer dy;
    private final Buffer dweight;

    private Operands(ConvolutionCase it, Site site, int batch) {
      this.it = it;
      this.batch = batch;
      kernel = site.kernel(Convolution.class);
      int weights = it.windows.size() * it.channels / it.groups * it.filters;
      int images = batch * it.windows.positions() * it.channels;
      int results = batch * it.windows.count() * it.filters;
      weight = site.copy(Site.normal(weights));
      bias = site.copy(Site.normal(it.filters));
      x = site.copy(Site.normal(images));
      dy = site.copy(Site.normal(results));
      y = site.copy(Site.normal(results));
      dx = site.copy(Site.normal(images));
      dweight = site.copy(Site.normal(weights));
    }

    /** All calls there are; what each has written. */
    List<float[]> all() {
      List<float[]> written = new ArrayList<>();
      forwardAdd();
      written.add(Site.floats(y));
      forward();
      written.add(Site.floats(y));
      forward(KNOWN);
      written.add(Site.floats(y));
      forward(UNKNOWN);
      written.add(Site.floats(y));
      dataGradientAdd();
      written.add(Site.floats(dx));
      dataGradient();
      written.add(Site.floats(dx));
      weightGradientAdd();
      written.add(Site.floats(dweight));
      weightGradient();
      written.add(Site.floats(dweight));
      return written;
    }

    /** The calls, without looking at the results. */
    void run() {
      forwardAdd();
      forward();
      forward(KNOWN);
      forward(UNKNOWN);
      dataGradientAdd();
      dataGradient();
      weightGradientAdd();
      weightGradient();
    }

    float[] y() {
      forward();
      return Site.floats(y);
    }

    float[] dx() {
      dataGradient();
      return Site.floats(dx);
    }

    private void forward() {
      kernel.forward(batch, it.windows, it.channels, it.filters, it.groups, x, weight, y);
    }

    private void forward(Formula f) {
      kernel.forward(batch, it.windows, it.channels, it.filters, it.groups, x, weight, y, f, bias);
    }

    private void forwardAdd() {
      kernel.forwardAdd(batch, it.windows, it.channels, it.filters, it.groups, x, weight, y);
    }

    private void dataGradient() {
      kernel.dataGradient(batch, it.windows, it.channels, it.filters, it.groups, dy, weight, dx);
    }

    private void dataGradientAdd() {
      kernel.dataGradientAdd(batch, it.windows, it.channels, it.filters, it.groups, dy, weight, dx);
    }

    private void weightGradient() {
      kernel.weightGradient(batch, it.windows, it.channels, it.filters, it.groups, x, dy, dweight);
    }

    private void weightGradientAdd() {
      kernel.weightGradientAdd(
          batch, it.windows, it.channels, it.filters, it.groups, x, dy, dweight);
    }
  }
}
