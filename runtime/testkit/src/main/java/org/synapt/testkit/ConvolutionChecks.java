package org.synapt.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.synapt.testkit.Numbers.normal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.synapt.backend.Backend;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Convolution;
import org.synapt.kernel.Windows;

/**
 * The three products of windows and weights, each against plain loops. No axis, no group and no
 * side of the padding is like another, so that none can stand for another unseen.
 */
final class ConvolutionChecks {
  /** Channels, filters and groups. */
  private static final int[][] CHANNELS = {
    {1, 1, 1}, {3, 5, 1}, {13, 7, 1}, {4, 6, 2}, {6, 3, 3}, {7, 7, 7}, {3, 6, 3}, {16, 33, 1}
  };

  private static final int[] BATCHES = {3, 1, 5};

  private final Backend backend;
  private final Convolution kernel;

  private ConvolutionChecks(Backend backend, Convolution kernel) {
    this.backend = backend;
    this.kernel = kernel;
  }

  static Stream<DynamicTest> of(Backend backend, Convolution kernel) {
    ConvolutionChecks checks = new ConvolutionChecks(backend, kernel);
    return Stream.of(
        dynamicTest("forward", () -> forAll(checks::forward)),
        dynamicTest("forwardAdd", () -> forAll(checks::forwardAdd)),
        dynamicTest("forward with a formula", () -> forAll(checks::formula)),
        dynamicTest("forward with a formula and a bias", () -> forAll(checks::bias)),
        dynamicTest("dataGradient", () -> forAll(checks::dataGradient)),
        dynamicTest("dataGradientAdd", () -> forAll(checks::dataGradientAdd)),
        dynamicTest("weightGradient", () -> forAll(checks::weightGradient)),
        dynamicTest("weightGradientAdd", () -> forAll(checks::weightGradientAdd)),
        dynamicTest("nothing is turned around", checks::orientation),
        dynamicTest("NaN and infinity stay in the windows that see them", checks::extremes));
  }

  /** Images, windows and what they are multiplied with. */
  private record Case(int batch, Windows windows, int channels, int filters, int groups) {
    int images() {
      return batch * windows.positions() * channels;
    }

    int weights() {
      return windows.size() * channels / groups * filters;
    }

    int results() {
      return batch * windows.count() * filters;
    }

    /** Each product of an element of x and one of the weight, and the y that it belongs to. */
    void sweep(Product product) {
      int inGroup = channels / groups;
      for (int b = 0; b < batch; b++) {
        int yAt = b * windows.count();
        int xAt = b * windows.positions();
        Sweep.over(
            windows,
            (window, position, image) -> {
              for (int f = 0; f < filters; f++) {
                int group = f / (filters / groups);
                for (int k = 0; k < inGroup; k++) {
                  product.run(
                      (xAt + image) * channels + group * inGroup + k,
                      (position * inGroup + k) * filters + f,
                      (yAt + window) * filters + f);
                }
              }
            });
      }
    }

    @Override
    public String toString() {
      return batch
          + " examples, "
          + channels
          + " channels, "
          + filters
          + " filters, "
          + groups
          + " groups, "
          + windows;
    }
  }

  /** What is done with a product, by the indices of its factors and of its sum. */
  private interface Product {
    void run(int x, int weight, int y);
  }

  /** What is done with images. */
  private interface Check {
    void run(Case it);
  }

  /** Small ones in turn with large ones, and the same windows for other batches. */
  private static void forAll(Check check) {
    for (Windows windows : windows()) {
      for (int[] each : CHANNELS) {
        for (int batch : BATCHES) {
          check.run(new Case(batch, windows, each[0], each[1], each[2]));
        }
      }
    }
    for (Windows windows : WindowCases.LARGE) {
      check.run(new Case(1, windows, 1, 8, 1));
      check.run(new Case(3, windows, 8, 17, 1));
      check.run(new Case(2, windows, 9, 9, 9));
      check.run(new Case(2, windows, 4, 12, 2));
    }
    check.run(new Case(2, Windows.over(3, 4).sized(2, 2), 207, 70, 1));
    check.run(new Case(1, Windows.over(7, 7).padding(0, 0, 0, 0), 64, 130, 2));
  }

  /** Also such as see nothing but padding here and there. */
  private static List<Windows> windows() {
    List<Windows> windows = new ArrayList<>(WindowCases.SMALL);
    windows.add(Windows.over(2, 3).sized(2, 2).padding(2, 3, 4, 2));
    windows.add(Windows.over(3, 2).strides(2, 3).padding(1, 2, 2, 0));
    return windows;
  }

  /** The sums of y, of x or of the weight: each of the two others, multiplied. */
  private static Reference y(Case it, float[] x, float[] weight) {
    Reference y = new Reference(it.results());
    it.sweep((i, w, sum) -> y.add(sum, (double) x[i] * weight[w]));
    return y;
  }

  private static Reference dx(Case it, float[] dy, float[] weight) {
    Reference dx = new Reference(it.images());
    it.sweep((i, w, sum) -> dx.add(i, (double) dy[sum] * weight[w]));
    return dx;
  }

  private static Reference dweight(Case it, float[] x, float[] dy) {
    Reference dweight = new Reference(it.weights());
    it.sweep((i, w, sum) -> dweight.add(w, (double) x[i] * dy[sum]));
    return dweight;
  }

  /** A form of a product of two operands. */
  private interface Form {
    void run(Case it, Buffer a, Buffer b, Buffer c);
  }

  /** Runs a form and gives what it is to agree with what it gave. */
  private void check(
      String name, Case it, Slot a, Slot b, Slot c, Form form, Reference expected, int terms) {
    Memory memory = Memory.of(backend, a, b, c);
    form.run(it, a.buffer(), b.buffer(), c.buffer());
    String what = name + ", " + it;
    memory.check(what);
    expected.agreesWith(what, terms, c.floats());
  }

  private static Reference plus(Reference sums, float... before) {
    for (int i = 0; i < before.length; i++) {
      sums.add(i, before[i]);
    }
    return sums;
  }

  private static int termsOfY(Case it) {
    return it.windows.size() * it.channels / it.groups;
  }

  private static int termsOfX(Case it) {
    return it.windows.size() * it.filters / it.groups;
  }

  private static int termsOfWeight(Case it) {
    return it.batch * it.windows.count();
  }

  private void forward(Case it) {
    forward(it, normal(it.images(), 1), normal(it.weights(), 2));
  }

  private void forward(Case it, float[] images, float... weights) {
    Slot x = Slot.read(images);
    Slot weight = Slot.read(weights);
    Slot y = Slot.written(it.results());
    Reference expected = y(it, x.before, weight.before);
    check("forward", it, x, weight, y, this::forward, expected, termsOfY(it));
  }

  private void forward(Case it, Buffer x, Buffer weight, Buffer y) {
    kernel.forward(it.batch, it.windows, it.channels, it.filters, it.groups, x, weight, y);
  }

  private void forwardAdd(Case it) {
    Slot x = Slot.read(normal(it.images(), 1));
    Slot weight = Slot.read(normal(it.weights(), 2));
    Slot y = Slot.updated(normal(it.results(), 3));
    Reference expected = plus(y(it, x.before, weight.before), y.before);
    check("forwardAdd", it, x, weight, y, this::forwardAdd, expected, termsOfY(it));
  }

  private void forwardAdd(Case it, Buffer x, Buffer weight, Buffer y) {
    kernel.forwardAdd(it.batch, it.windows, it.channels, it.filters, it.groups, x, weight, y);
  }

  private void formula(Case it) {
    Slot x = Slot.read(normal(it.images(), 1));
    Slot weight = Slot.read(normal(it.weights(), 2));
    Slot y = Slot.written(it.results());
    Reference expected = y(it, x.before, weight.before);
    for (int i = 0; i < it.results(); i++) {
      expected.add(i, expected.sum(i), expected.size(i));
    }
    check("formula", it, x, weight, y, this::formula, expected, termsOfY(it));
  }

  private void formula(Case it, Buffer x, Buffer weight, Buffer y) {
    kernel.forward(
        it.batch, it.windows, it.channels, it.filters, it.groups, x, weight, y, Formulas.TWICE);
  }

  private void bias(Case it) {
    Slot x = Slot.read(normal(it.images(), 1));
    Slot weight = Slot.read(normal(it.weights(), 2));
    Slot bias = Slot.read(normal(it.filters, 4));
    Slot y = Slot.written(it.results());
    Memory memory = Memory.of(backend, x, weight, bias, y);
    kernel.forward(
        it.batch,
        it.windows,
        it.channels,
        it.filters,
        it.groups,
        x.buffer(),
        weight.buffer(),
        y.buffer(),
        Formulas.DIFFERENCE,
        bias.buffer());
    memory.check("bias, " + it);
    Reference expected = y(it, x.before, weight.before);
    for (int i = 0; i < it.results(); i++) {
      expected.add(i, -bias.before[i % it.filters]);
    }
    expected.agreesWith("bias, " + it, termsOfY(it), y.floats());
  }

  private void dataGradient(Case it) {
    Slot dy = Slot.read(normal(it.results(), 1));
    Slot weight = Slot.read(normal(it.weights(), 2));
    Slot dx = Slot.written(it.images());
    Reference expected = dx(it, dy.before, weight.before);
    check("dataGradient", it, dy, weight, dx, this::dataGradient, expected, termsOfX(it));
  }

  private void dataGradient(Case it, Buffer dy, Buffer weight, Buffer dx) {
    kernel.dataGradient(it.batch, it.windows, it.channels, it.filters, it.groups, dy, weight, dx);
  }

  private void dataGradientAdd(Case it) {
    Slot dy = Slot.read(normal(it.results(), 1));
    Slot weight = Slot.read(normal(it.weights(), 2));
    Slot dx = Slot.updated(normal(it.images(), 3));
    Reference expected = plus(dx(it, dy.before, weight.before), dx.before);
    check("dataGradientAdd", it, dy, weight, dx, this::dataGradientAdd, expected, termsOfX(it));
  }

  private void dataGradientAdd(Case it, Buffer dy, Buffer weight, Buffer dx) {
    kernel.dataGradientAdd(
        it.batch, it.windows, it.channels, it.filters, it.groups, dy, weight, dx);
  }

  private void weightGradient(Case it) {
    Slot x = Slot.read(normal(it.images(), 1));
    Slot dy = Slot.read(normal(it.results(), 2));
    Slot dweight = Slot.written(it.weights());
    Reference expected = dweight(it, x.before, dy.before);
    check("weightGradient", it, x, dy, dweight, this::weightGradient, expected, termsOfWeight(it));
  }

  private void weightGradient(Case it, Buffer x, Buffer dy, Buffer dweight) {
    kernel.weightGradient(it.batch, it.windows, it.channels, it.filters, it.groups, x, dy, dweight);
  }

  private void weightGradientAdd(Case it) {
    Slot x = Slot.read(normal(it.images(), 1));
    Slot dy = Slot.read(normal(it.results(), 2));
    Slot dweight = Slot.updated(normal(it.weights(), 3));
    Reference expected = plus(dweight(it, x.before, dy.before), dweight.before);
    check(
        "weightGradientAdd",
        it,
        x,
        dy,
        dweight,
        this::weightGradientAdd,
        expected,
        termsOfWeight(it));
  }

  private void weightGradientAdd(Case it, Buffer x, Buffer dy, Buffer dweight) {
    kernel.weightGradientAdd(
        it.batch, it.windows, it.channels, it.filters, it.groups, x, dy, dweight);
  }

  /** One 1 in an image of zeros shows the weight, read backwards; worked out by hand. */
  private void orientation() {
    Case it = new Case(1, Windows.over(3, 3).sized(2, 2).padding(0, 1, 1, 0), 1, 1, 1);
    Slot x = Slot.read(0, 0, 0, 0, 1, 0, 0, 0, 0);
    Slot weight = Slot.read(1, 2, 3, 4);
    Slot y = Slot.written(9);
    Memory.of(backend, x, weight, y);
    forward(it, x.buffer(), weight.buffer(), y.buffer());
    Reference.same("forward", new float[] {0, 4, 3, 0, 2, 1, 0, 0, 0}, y.floats());
    Slot dx = Slot.written(9);
    Memory.of(backend, x, weight, dx);
    dataGradient(it, x.buffer(), weight.buffer(), dx.buffer());
    Reference.same("dataGradient", new float[] {0, 0, 0, 1, 2, 0, 3, 4, 0}, dx.floats());
  }

  private void extremes() {
    Windows windows = Windows.over(9, 11).sized(3, 2).strides(1, 2).padding(1, 0, 0, 1);
    for (int groups : new int[] {1, 2}) {
      Case it = new Case(2, windows, 6, 4, groups);
      float[] x = normal(it.images(), 1);
      for (int i = 0; i < Numbers.EXTREMES.length; i++) {
        x[i * 101] = Numbers.EXTREMES[i];
      }
      forward(it, x, normal(it.weights(), 2));
    }
  }
}
