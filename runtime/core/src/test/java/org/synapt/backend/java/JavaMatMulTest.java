package org.synapt.backend.java;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Formula;
import org.synapt.kernel.MatMul;

class JavaMatMulTest {
  private static final long SEED = 20_260_311L;
  private static final int[] SIZES = {1, 2, 7, 8, 13, 64, 100, 207};

  /** Odd numbers of floats before each matrix, so that a forgotten offset shows. */
  private static final int A_AT = 3;

  private static final int B_AT = 5;
  private static final int C_AT = 7;
  private static final int BIAS_AT = 11;
  private static final float OUTSIDE = -77f;

  /** The ways to multiply. */
  private enum Method {
    MULT(false, false, false),
    MULT_ADD(false, false, true),
    MULT_TRANS_A(true, false, false),
    MULT_ADD_TRANS_A(true, false, true),
    MULT_TRANS_B(false, true, false),
    MULT_ADD_TRANS_B(false, true, true),
    MULT_FORMULA(false, false, false),
    MULT_FORMULA_BIAS(false, false, false);

    final boolean transA;
    final boolean transB;
    final boolean add;

    Method(boolean transA, boolean transB, boolean add) {
      this.transA = transA;
      this.transB = transB;
      this.add = add;
    }

    void run(MatMul matMul, int m, int k, int n, Buffer a, Buffer b, Buffer c, Buffer bias) {
      switch (this) {
        case MULT -> matMul.mult(m, k, n, a, b, c);
        case MULT_ADD -> matMul.multAdd(m, k, n, a, b, c);
        case MULT_TRANS_A -> matMul.multTransA(m, k, n, a, b, c);
        case MULT_ADD_TRANS_A -> matMul.multAddTransA(m, k, n, a, b, c);
        case MULT_TRANS_B -> matMul.multTransB(m, k, n, a, b, c);
        case MULT_ADD_TRANS_B -> matMul.multAddTransB(m, k, n, a, b, c);
        case MULT_FORMULA -> matMul.mult(m, k, n, a, b, c, SQUARE);
        case MULT_FORMULA_BIAS -> matMul.mult(m, k, n, a, b, c, TIMES_BIAS, bias);
      }
    }
  }

  private static final Formula SQUARE =
      new Formula("square(product)", 1, "product") {
        @Override
        public void apply(int n, float[] y, float[][] x) {
          for (int j = 0; j < n; j++) {
            y[j] = x[0][j] * x[0][j];
          }
        }
      };

  private static final Formula TIMES_BIAS =
      new Formula("product * bias - bias", 1, "product", "bias") {
        @Override
        public void apply(int n, float[] y, float[][] x) {
          for (int j = 0; j < n; j++) {
            y[j] = x[0][j] * x[1][j] - x[1][j];
          }
        }
      };

  @Test
  void isNearTheProductInDouble() {
    forAllSizes(
        (method, m, k, n) -> {
          float[] a = floats(m * k, 1);
          float[] b = floats(k * n, 2);
          float[] c = floats(m * n, 3);
          float[] bias = floats(n, 4);
          float[] y = multiply(new JavaMatMul(new Workers(1)), method, m, k, n, a, b, c, bias);
          double worst = 0;
          for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
              double sum = method.add ? c[i * n + j] : 0;
              double size = Math.abs(sum) + Math.abs(bias[j]);
              for (int p = 0; p < k; p++) {
                double product = a(method, a, m, k, i, p) * (double) b(method, b, k, n, p, j);
                sum += product;
                size += Math.abs(product);
              }
              double error = Math.abs(y[i * n + j] - after(method, sum, bias[j]));
              worst = Math.max(worst, error / (size * Math.max(1, size)));
            }
          }
          // k additions round by half of 2^-23 each at worst; the formulas double that, and round.
          assertWithMessage("%s %s x %s x %s", method, m, k, n)
              .that(worst)
              .isAtMost((k + 3) * 0x1p-23);
        });
  }

  @Test
  void addsTheProductsOneByOneWhateverTheSizesAndThreads() {
    try (Workers two = new Workers(2);
        Workers three = new Workers(3)) {
      MatMul[] matMuls = {
        new JavaMatMul(new Workers(1)), new JavaMatMul(two), new JavaMatMul(three)
      };
      forAllSizes(
          (method, m, k, n) -> {
            float[] a = floats(m * k, 5);
            float[] b = floats(k * n, 6);
            float[] c = floats(m * n, 7);
            float[] bias = floats(n, 8);
            float[] expected = oneByOne(method, m, k, n, a, b, c, bias);
            for (MatMul matMul : matMuls) {
              float[] y = multiply(matMul, method, m, k, n, a, b, c, bias);
              assertWithMessage("%s %s x %s x %s", method, m, k, n)
                  .that(Arrays.equals(y, expected))
                  .isTrue();
            }
          });
    }
  }

  @Test
  void splitsLargeProductsWithoutChangingABit() {
    int[][] sizes = {
      {100, 207, 64},
      {207, 207, 100},
      {300, 30, 1030},
      {3, 700, 1100},
      {1, 784, 500},
      {500, 100, 10},
      {700, 1, 600}
    };
    try (Workers workers = new Workers(3)) {
      MatMul matMul = new JavaMatMul(workers);
      for (int[] size : sizes) {
        for (Method method : Method.values()) {
          int m = size[0];
          int k = size[1];
          int n = size[2];
          float[] a = floats(m * k, 9);
          float[] b = floats(k * n, 10);
          float[] c = floats(m * n, 11);
          float[] bias = floats(n, 12);
          float[] y = multiply(matMul, method, m, k, n, a, b, c, bias);
          float[] expected = oneByOne(method, m, k, n, a, b, c, bias);
          assertWithMessage("%s %s x %s x %s", method, m, k, n)
              .that(Arrays.equals(y, expected))
              .isTrue();
        }
      }
    }
  }

  @Test
  void keepsExtremesThatASumInOrderGives() {
    int[][] sizes = {{3, 5, 6}, {40, 40, 40}, {200, 40, 3}};
    float[] odd = {Float.NaN, Float.POSITIVE_INFINITY, -0f, Float.MAX_VALUE, Float.MIN_VALUE, 0f};
    MatMul matMul = new JavaMatMul(new Workers(1));
    for (int[] size : sizes) {
      for (Method method : Method.values()) {
        int m = size[0];
        int k = size[1];
        int n = size[2];
        float[] a = floats(m * k, 13);
        float[] b = floats(k * n, 14);
        float[] c = new float[m * n];
        Arrays.fill(c, -0f);
        Random random = new Random(SEED);
        for (int i = 0; i < odd.length; i++) {
          a[random.nextInt(a.length)] = odd[i];
          b[random.nextInt(b.length)] = odd[i];
        }
        float[] y = multiply(matMul, method, m, k, n, a, b, c, floats(n, 15));
        float[] expected = oneByOne(method, m, k, n, a, b, c, floats(n, 15));
        for (int i = 0; i < y.length; i++) {
          // floatToIntBits tells -0 from 0, and takes all NaNs for one.
          assertWithMessage("%s %s x %s x %s at %s: %s", method, m, k, n, i, y[i])
              .that(Float.floatToIntBits(y[i]))
              .isEqualTo(Float.floatToIntBits(expected[i]));
        }
      }
    }
  }

  @Test
  void startsASumFromPositiveZero() {
    float[] minusZero = {-0f};
    float[] y =
        multiply(
            new JavaMatMul(new Workers(1)),
            Method.MULT,
            1,
            1,
            1,
            minusZero,
            new float[] {1f},
            minusZero,
            new float[1]);
    assertThat(Float.floatToIntBits(y[0])).isEqualTo(0);
  }

  /** A check of one way to multiply at one size. */
  private interface Check {
    void run(Method method, int m, int k, int n);
  }

  private static void forAllSizes(Check check) {
    for (Method method : Method.values()) {
      for (int m : SIZES) {
        for (int k : SIZES) {
          for (int n : SIZES) {
            // Every size meets every other; what is large in more than one of three comes below.
            if ((long) m * k * n <= 64 * 64 * 32) {
              check.run(method, m, k, n);
            }
          }
        }
      }
    }
  }

  private static float[] multiply(
      MatMul matMul,
      Method method,
      int m,
      int k,
      int n,
      float[] a,
      float[] b,
      float[] c,
      float[] bias) {
    float[] within = new float[C_AT + c.length + 4];
    Arrays.fill(within, OUTSIDE);
    System.arraycopy(c, 0, within, C_AT, c.length);
    method.run(
        matMul,
        m,
        k,
        n,
        buffer(a, A_AT),
        buffer(b, B_AT),
        new ArrayBuffer(within, C_AT, c.length),
        buffer(bias, BIAS_AT));
    for (int i = 0; i < within.length; i++) {
      if (i < C_AT || i >= C_AT + c.length) {
        assertWithMessage("outside of c, at %s", i).that(within[i]).isEqualTo(OUTSIDE);
      }
    }
    return Arrays.copyOfRange(within, C_AT, C_AT + c.length);
  }

  /** The definition: products added to the sum one by one, in order. */
  private static float[] oneByOne(
      Method method, int m, int k, int n, float[] a, float[] b, float[] c, float[] bias) {
    float[] y = new float[m * n];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        float sum = method.add ? c[i * n + j] : 0f;
        for (int p = 0; p < k; p++) {
          sum += a(method, a, m, k, i, p) * b(method, b, k, n, p, j);
        }
        y[i * n + j] =
            switch (method) {
              case MULT_FORMULA -> sum * sum;
              case MULT_FORMULA_BIAS -> sum * bias[j] - bias[j];
              default -> sum;
            };
      }
    }
    return y;
  }

  private static double after(Method method, double sum, double bias) {
    return switch (method) {
      case MULT_FORMULA -> sum * sum;
      case MULT_FORMULA_BIAS -> sum * bias - bias;
      default -> sum;
    };
  }

  private static float a(Method method, float[] a, int m, int k, int i, int p) {
    return method.transA ? a[p * m + i] : a[i * k + p];
  }

  private static float b(Method method, float[] b, int k, int n, int p, int j) {
    return method.transB ? b[j * k + p] : b[p * n + j];
  }

  private static Buffer buffer(float[] floats, int at) {
    float[] within = new float[at + floats.length];
    Arrays.fill(within, Float.NaN);
    System.arraycopy(floats, 0, within, at, floats.length);
    return new ArrayBuffer(within, at, floats.length);
  }

  private static float[] floats(int count, int stream) {
    Random random = new Random(SEED + stream);
    float[] floats = new float[count];
    for (int i = 0; i < count; i++) {
      floats[i] = random.nextFloat() * 2f - 1f;
    }
    return floats;
  }
}
