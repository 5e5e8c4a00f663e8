package org.synapt.backend.java;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Convolution;
import org.synapt.kernel.Formula;
import org.synapt.kernel.Windows;

class JavaConvolutionTest {
  private static final long SEED = 20_260_412L;
  private static final float OUTSIDE = -77f;
  private static final Method[] METHODS = Method.values();
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** The three things that belong together, and the formulas. */
  private enum Method {
    FORWARD,
    FORWARD_FORMULA,
    FORWARD_FORMULA_BIAS,
    FORWARD_ADD,
    DATA_GRADIENT,
    DATA_GRADIENT_ADD,
    WEIGHT_GRADIENT,
    WEIGHT_GRADIENT_ADD;

    boolean adds() {
      return this == FORWARD_ADD || this == DATA_GRADIENT_ADD || this == WEIGHT_GRADIENT_ADD;
    }
  }

  private record Case(int batch, Windows windows, int channels, int filters, int groups) {
    ConvolutionReference reference() {
      return new ConvolutionReference(batch, windows, channels, filters, groups);
    }
  }

  private static final Formula SQUARE =
      new Formula("square(y)", 1, "y") {
        @Override
        public void apply(int n, float[] y, float[][] x) {
          for (int j = 0; j < n; j++) {
            y[j] = x[0][j] * x[0][j];
          }
        }
      };

  private static final Formula TIMES_BIAS =
      new Formula("y * bias - bias", 1, "y", "bias") {
        @Override
        public void apply(int n, float[] y, float[][] x) {
          for (int j = 0; j < n; j++) {
            y[j] = x[0][j] * x[1][j] - x[1][j];
          }
        }
      };

  /** Operands in arrays of their own, odd numbers of floats before each. */
  private static final class Operands {
    final float[] x;
    final float[] weight;
    final float[] y;
    final float[] bias;

    Operands(Case c, int seed) {
      x = floats(c.reference().xFloats(), seed);
      weight = floats(c.reference().weightFloats(), seed + 1);
      y = floats(c.reference().yFloats(), seed + 2);
      bias = floats(c.filters, seed + 3);
    }

    float[] result(Method method) {
      return switch (method) {
        case DATA_GRADIENT, DATA_GRADIENT_ADD -> x;
        case WEIGHT_GRADIENT, WEIGHT_GRADIENT_ADD -> weight;
        default -> y;
      };
    }
  }

  private static float[] floats(int count, int seed) {
    Random random = new Random(SEED + seed);
    float[] floats = new float[count];
    for (int i = 0; i < count; i++) {
      floats[i] = random.nextFloat() * 2 - 1;
    }
    return floats;
  }

  private static Buffer slice(float[] floats, int at) {
    float[] array = new float[at + floats.length + 5];
    Arrays.fill(array, OUTSIDE);
    System.arraycopy(floats, 0, array, at, floats.length);
    return new ArrayBuffer(array, at, floats.length);
  }

  private static void call(
      Convolution kernel, Method method, Case c, Buffer x, Buffer weight, Buffer y, Buffer bias) {
    int b = c.batch;
    Windows w = c.windows;
    int k = c.channels;
    int f = c.filters;
    int g = c.groups;
    switch (method) {
      case FORWARD -> kernel.forward(b, w, k, f, g, x, weight, y);
      case FORWARD_FORMULA -> kernel.forward(b, w, k, f, g, x, weight, y, SQUARE);
      case FORWARD_FORMULA_BIAS -> kernel.forward(b, w, k, f, g, x, weight, y, TIMES_BIAS, bias);
      case FORWARD_ADD -> kernel.forwardAdd(b, w, k, f, g, x, weight, y);
      case DATA_GRADIENT -> kernel.dataGradient(b, w, k, f, g, y, weight, x);
      case DATA_GRADIENT_ADD -> kernel.dataGradientAdd(b, w, k, f, g, y, weight, x);
      case WEIGHT_GRADIENT -> kernel.weightGradient(b, w, k, f, g, x, y, weight);
      case WEIGHT_GRADIENT_ADD -> kernel.weightGradientAdd(b, w, k, f, g, x, y, weight);
    }
  }

  /** What a method writes; fails if it writes anything else. */
  private static float[] run(Convolution kernel, Method method, Case c, Operands operands) {
    Buffer x = slice(operands.x, 3);
    Buffer weight = slice(operands.weight, 5);
    Buffer y = slice(operands.y, 7);
    Buffer bias = slice(operands.bias, 1);
    call(kernel, method, c, x, weight, y, bias);
    float[] result = operands.result(method);
    Buffer written = result == operands.x ? x : result == operands.y ? y : weight;
    for (Buffer buffer : new Buffer[] {x, weight, y, bias}) {
      checkSurroundings(method, c, buffer);
    }
    assertUnchanged(method, c, operands.x, x, written);
    assertUnchanged(method, c, operands.weight, weight, written);
    assertUnchanged(method, c, operands.y, y, written);
    return contents(written);
  }

  private static void assertUnchanged(
      Method method, Case c, float[] before, Buffer after, Buffer written) {
    if (after != written) {
      assertWithMessage("%s %s reads", method, c)
          .that(Arrays.equals(before, contents(after)))
          .isTrue();
    }
  }

  private static float[] contents(Buffer buffer) {
    float[] floats = new float[buffer.length()];
    buffer.get(0, floats, 0, floats.length);
    return floats;
  }

  private static void checkSurroundings(Method method, Case c, Buffer buffer) {
    float[] array = ArrayBuffer.array(buffer);
    int at = ArrayBuffer.at(buffer);
    for (int i = 0; i < array.length; i++) {
      if (i < at || i >= at + buffer.length()) {
        assertWithMessage("%s %s beside its result", method, c).that(array[i]).isEqualTo(OUTSIDE);
      }
    }
  }

  private static double[] expected(Method method, Case c, Operands o) {
    ConvolutionReference reference = c.reference();
    return switch (method) {
      case DATA_GRADIENT, DATA_GRADIENT_ADD -> reference.dataGradient(o.y, o.weight);
      case WEIGHT_GRADIENT, WEIGHT_GRADIENT_ADD -> reference.weightGradient(o.x, o.y);
      default -> reference.forward(o.x, o.weight);
    };
  }

  private static void checkNear(Convolution kernel, Case c) {
    Operands operands = new Operands(c, 0);
    for (Method method : Method.values()) {
      float[] result = run(kernel, method, c, operands);
      double[] expected = expected(method, c, operands);
      float[] before = operands.result(method);
      for (int i = 0; i < result.length; i++) {
        double sum = expected[i] + (method.adds() ? before[i] : 0);
        double bias = operands.bias[i % c.filters];
        double size = expected[result.length + i] + Math.abs(before[i]) + 2;
        double error = Math.abs(result[i] - after(method, sum, bias));
        // Sums of n terms of this size err by √n roundings or so; far from what a wrong term does.
        double allowed = 60 * 0x1p-23 * size * (method == Method.FORWARD_FORMULA ? size : 1);
        if (!(error <= allowed)) {
          assertWithMessage("%s %s at %s: %s", method, c, i, after(method, sum, bias))
              .that(result[i])
              .isWithin((float) allowed)
              .of((float) after(method, sum, bias));
        }
      }
    }
  }

  private static double after(Method method, double sum, double bias) {
    DoubleBinaryOperator formula =
        switch (method) {
          case FORWARD_FORMULA -> (y, b) -> y * y;
          case FORWARD_FORMULA_BIAS -> (y, b) -> y * b - b;
          default -> (y, b) -> y;
        };
    return formula.applyAsDouble(sum, bias);
  }

  /** Cases with something odd about each. */
  private static List<Case> oddCases() {
    List<Case> cases = new ArrayList<>();
    cases.add(new Case(1, Windows.over(1), 1, 1, 1));
    cases.add(new Case(2, Windows.over(1, 1).sized(3, 3).padding(1, 1, 1, 1), 3, 10, 1));
    cases.add(new Case(3, line(5, 7, 1).padding(3, 3), 2, 3, 1));
    cases.add(new Case(1, Windows.over(1).sized(2).strides(4).padding(4, 0), 2, 17, 1));
    cases.add(new Case(1, Windows.over(2, 3).sized(1, 1).padding(4, 0, 0, 5), 1, 2, 1));
    cases.add(new Case(2, Windows.over(4, 4).sized(2, 2).padding(5, 3, 2, 6), 3, 2, 1));
    cases.add(
        new Case(2, Windows.over(3, 3).sized(2, 2).strides(3, 3).padding(4, 4, 4, 4), 2, 5, 1));
    cases.add(new Case(7, Windows.over(28, 28).sized(3, 3), 1, 32, 1));
    cases.add(new Case(2, Windows.over(28, 28).sized(3, 3).padding(1, 1, 1, 1), 8, 33, 1));
    cases.add(
        new Case(5, Windows.over(16, 16).sized(3, 3).padding(0, 1, 0, 1).strides(2, 2), 17, 10, 1));
    cases.add(new Case(5, Windows.over(8, 8).sized(3, 3).padding(1, 1, 1, 1), 64, 20, 1));
    cases.add(new Case(3, Windows.over(8, 8).sized(3, 3).padding(1, 1, 1, 1), 32, 32, 32));
    cases.add(new Case(3, Windows.over(9, 7).sized(3, 3).strides(2, 2), 17, 34, 17));
    cases.add(
        new Case(2, Windows.over(9, 7).sized(5, 3).dilated(2, 3).padding(4, 4, 3, 3), 4, 12, 4));
    cases.add(new Case(2, Windows.over(7, 9).sized(3, 3).padding(1, 1, 1, 1), 12, 18, 3));
    cases.add(new Case(1, Windows.over(9, 9).sized(3, 3).padding(1, 1, 1, 1), 600, 600, 600));
    cases.add(
        new Case(1, Windows.over(60, 70).sized(7, 7).strides(2, 2).padding(2, 3, 2, 3), 3, 4, 1));
    cases.add(new Case(1, line(3000, 9, 3).padding(24, 0), 5, 7, 1));
    cases.add(new Case(1, line(40_000, 3, 1), 2, 2, 1));
    cases.add(
        new Case(2, Windows.over(5, 6, 7).sized(3, 3, 3).padding(1, 1, 1, 1, 1, 1), 3, 10, 1));
    cases.add(new Case(1, Windows.over(9, 17, 18).sized(3, 2, 3).strides(2, 1, 3), 4, 6, 2));
    cases.add(new Case(1, Windows.over(4, 30, 40).sized(3, 3, 3).dilated(1, 2, 1), 5, 3, 1));
    cases.add(new Case(1, Windows.over(6, 6).sized(1, 1).strides(4, 4), 3, 3, 1));
    cases.add(new Case(4, Windows.over(3, 3).sized(1, 1).strides(5, 5), 3, 8, 1));
    cases.add(new Case(1, Windows.over(3, 4).sized(3, 3), 70, 260, 1));
    cases.add(new Case(1, Windows.over(16, 16).sized(4, 4).strides(4, 4), 3, 16, 1));
    cases.add(new Case(2, Windows.over(3, 3).sized(4, 4), 3, 2, 1));
    cases.add(new Case(40, Windows.over(6, 6).sized(3, 3).padding(1, 1, 1, 1), 8, 12, 1));
    cases.add(new Case(3, Windows.over(8, 9).sized(3, 3).padding(1, 1, 1, 1), 20, 20, 5));
    cases.add(new Case(1, Windows.over(70, 9).sized(3, 3).padding(1, 1, 1, 1), 24, 24, 24));
    cases.add(
        new Case(2, Windows.over(6, 7, 9).sized(3, 3, 3).padding(1, 1, 2, 0, 1, 1), 6, 12, 6));
    cases.add(new Case(0, Windows.over(6, 6).sized(3, 3), 3, 4, 1));
    cases.add(new Case(0, Windows.over(6, 6).sized(3, 3), 4, 4, 4));
    return cases;
  }

  private static Windows line(int extent, int size, int dilation) {
    return Windows.over(extent).sized(size).dilated(dilation);
  }

  private static Case randomCase(Random random) {
    int rank = 1 + random.nextInt(3);
    int[] extents = new int[rank];
    int[] size = new int[rank];
    int[] strides = new int[rank];
    int[] dilation = new int[rank];
    int[] padding = new int[2 * rank];
    for (int i = 0; i < rank; i++) {
      extents[i] = 1 + random.nextInt(rank == 3 ? 7 : 14);
      size[i] = 1 + random.nextInt(4);
      strides[i] = 1 + random.nextInt(3);
      dilation[i] = 1 + random.nextInt(3);
      padding[2 * i] = random.nextInt(5);
      padding[2 * i + 1] = random.nextInt(5);
    }
    Windows windows =
        Windows.over(extents).sized(size).strides(strides).dilated(dilation).padding(padding);
    int groups = 1 + random.nextInt(4);
    int depth = random.nextInt(3) == 0 ? 1 : 1 + random.nextInt(7);
    return new Case(
        1 + random.nextInt(7), windows, groups * depth, groups * (1 + random.nextInt(6)), groups);
  }

  @Tag("L4")
  @Test
  void isNearTheSumsInDoubleWhereSomethingIsOdd() {
    try (Workers workers = new Workers(2)) {
      Convolution kernel = new JavaConvolution(workers);
      for (Case c : oddCases()) {
        checkNear(kernel, c);
      }
    }
  }

  @Test
  void isNearTheSumsInDoubleForWindowsOfAllKinds() {
    Random random = new Random(SEED);
    Convolution kernel = new JavaConvolution(new Workers(1));
    for (int i = 0; i < 400; i++) {
      checkNear(kernel, randomCase(random));
    }
  }

  @Test
  void hasTheSameBitsForAnyNumberOfThreads() {
    Random random = new Random(SEED + 1);
    List<Case> cases = oddCases();
    for (int i = 0; i < 100; i++) {
      cases.add(randomCase(random));
    }
    try (Workers two = new Workers(2);
        Workers three = new Workers(3);
        Workers five = new Workers(5)) {
      Convolution one = new JavaConvolution(new Workers(1));
      Convolution[] others = {
        new JavaConvolution(two), new JavaConvolution(three), new JavaConvolution(five)
      };
      for (Case c : cases) {
        Operands operands = new Operands(c, 10);
        for (Method method : Method.values()) {
          float[] expected = run(one, method, c, operands);
          for (Convolution other : others) {
            assertWithMessage("%s %s", method, c)
                .that(Arrays.equals(run(other, method, c, operands), expected))
                .isTrue();
          }
        }
      }
    }
  }

  @Test
  void addsTapByTapAndChannelByChannel() {
    Case c = new Case(2, Windows.over(9, 9).sized(3, 3).padding(1, 1, 1, 1), 8, 6, 1);
    Operands o = new Operands(c, 20);
    float[] y = run(new JavaConvolution(new Workers(1)), Method.FORWARD, c, o);
    for (int p = 0; p < 2 * 81; p++) {
      for (int f = 0; f < 6; f++) {
        float sum = 0f;
        for (int w = 0; w < 9; w++) {
          int row = p / 9 % 9 + w / 3 - 1;
          int column = p % 9 + w % 3 - 1;
          boolean inside = row >= 0 && row < 9 && column >= 0 && column < 9;
          for (int k = 0; k < 8; k++) {
            int at = ((p / 81 * 9 + row) * 9 + column) * 8 + k;
            sum += (inside ? o.x[at] : 0f) * o.weight[(w * 8 + k) * 6 + f];
          }
        }
        assertThat(y[p * 6 + f]).isEqualTo(sum);
      }
    }
  }

  @Test
  void spreadsWhatIsNoNumberOverAllWindowsThatSeeItAndNoOthers() {
    for (int groups : new int[] {1, 4}) {
      Case c = new Case(1, Windows.over(12, 12).sized(3, 3).padding(1, 1, 1, 1), 4, 8, groups);
      Operands o = new Operands(c, 30);
      Arrays.fill(o.weight, 0f);
      o.x[(5 * 12 + 6) * 4 + 1] = Float.NaN;
      o.y[(5 * 12 + 6) * 8 + 3] = Float.POSITIVE_INFINITY;
      Convolution kernel = new JavaConvolution(new Workers(1));
      float[] y = run(kernel, Method.FORWARD, c, o);
      float[] dx = run(kernel, Method.DATA_GRADIENT, c, o);
      for (int p = 0; p < 144; p++) {
        boolean near = Math.abs(p / 12 - 5) < 2 && Math.abs(p % 12 - 6) < 2;
        for (int f = 0; f < 8; f++) {
          boolean sees = near && (groups == 1 || f / 2 == 1);
          assertWithMessage("y %s %s", p, f).that(Float.isNaN(y[p * 8 + f])).isEqualTo(sees);
        }
        for (int k = 0; k < 4; k++) {
          boolean sees = near && (groups == 1 || k == 1);
          assertWithMessage("dx %s %s", p, k).that(Float.isNaN(dx[p * 4 + k])).isEqualTo(sees);
        }
      }
    }
  }

  @Test
  void startsASumFromPositiveZero() {
    Case c = new Case(1, Windows.over(20, 20).sized(3, 3), 2, 4, 1);
    Operands o = new Operands(c, 40);
    Arrays.fill(o.x, -0f);
    Arrays.fill(o.weight, 1f);
    float[] y = run(new JavaConvolution(new Workers(1)), Method.FORWARD, c, o);
    for (float value : y) {
      assertThat(Float.floatToIntBits(value)).isEqualTo(0);
    }
  }

  @Test
  void allocatesNothingOnceShapesWereSeen() {
    Convolution kernel = new JavaConvolution(new Workers(1));
    List<Case> cases = oddCases();
    List<Buffer[]> buffers = new ArrayList<>();
    for (Case c : cases) {
      Operands o = new Operands(c, 50);
      buffers.add(
          new Buffer[] {slice(o.x, 0), slice(o.weight, 0), slice(o.y, 0), slice(o.bias, 0)});
    }
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 6; round++) {
      long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
      for (int i = 0; i < cases.size(); i++) {
        Buffer[] b = buffers.get(i);
        for (int m = 0; m < METHODS.length; m++) {
          call(kernel, METHODS[m], cases.get(i), b[0], b[1], b[2], b[3]);
        }
      }
      long after = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
      least = Math.min(least, after - before);
    }
    assertThat(least).isEqualTo(0);
  }
}
