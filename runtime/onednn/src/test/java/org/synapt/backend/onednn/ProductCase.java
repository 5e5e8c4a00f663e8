package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Arrays;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.MatMul;

/** Products, so many that each way to compute one is taken. */
enum ProductCase {
  TINY(Form.MULT, 1, 16, 10),
  ROW(Form.MULT, 1, 784, 500),
  LONG_ROW(Form.MULT, 1, 5408, 512),
  FORWARD(Form.MULT, 100, 784, 500),
  FORWARD_OF_FEW(Form.MULT, 7, 784, 500),
  FORWARD_TO_FEW(Form.MULT, 100, 500, 10),
  FORWARD_OF_MANY(Form.MULT, 3136, 64, 65),
  LONG_FORWARD(Form.MULT, 32, 5408, 512),
  FORWARD_ADDED(Form.MULT_ADD, 33, 1100, 500),
  DATA_GRADIENT(Form.TRANS_B, 100, 500, 500),
  DATA_GRADIENT_OF_FEW(Form.TRANS_B, 1, 500, 500),
  DATA_GRADIENT_FROM_FEW(Form.TRANS_B, 100, 10, 500),
  TURNED_DATA_GRADIENT(Form.TRANS_B, 32, 512, 5408),
  TURNED_DATA_GRADIENT_ADDED(Form.TRANS_B_ADD, 31, 512, 600),
  TURNED_LONG_DATA_GRADIENT(Form.TRANS_B, 31, 1100, 333),
  WEIGHT_GRADIENT(Form.TRANS_A, 784, 100, 500),
  WEIGHT_GRADIENT_ADDED(Form.TRANS_A_ADD, 500, 100, 500),
  LARGE_WEIGHT_GRADIENT(Form.TRANS_A, 5408, 32, 512),
  WEIGHT_GRADIENT_OF_ONE(Form.TRANS_A, 784, 1, 500),
  WEIGHT_GRADIENT_OF_ONE_ADDED(Form.TRANS_A_ADD, 7, 1, 501),
  WIDE_WEIGHT_GRADIENT_OF_ONE(Form.TRANS_A, 31, 1, 4999),
  TURNED_WEIGHT_GRADIENT(Form.TRANS_A, 500, 100, 10),
  TURNED_WEIGHT_GRADIENT_ADDED(Form.TRANS_A_ADD, 501, 99, 9),
  LONG_WEIGHT_GRADIENT(Form.TRANS_A, 64, 6272, 64),
  TURNED_LONG_WEIGHT_GRADIENT(Form.TRANS_A, 64, 6272, 10);

  /** The kernel's methods. */
  enum Form {
    MULT(false, false, false, MatMul::mult),
    MULT_ADD(false, false, true, MatMul::multAdd),
    TRANS_A(true, false, false, MatMul::multTransA),
    TRANS_A_ADD(true, false, true, MatMul::multAddTransA),
    TRANS_B(false, true, false, MatMul::multTransB),
    TRANS_B_ADD(false, true, true, MatMul::multAddTransB);

    final boolean transA;
    final boolean transB;
    final boolean add;
    private final Method method;

    Form(boolean transA, boolean transB, boolean add, Method method) {
      this.transA = transA;
      this.transB = transB;
      this.add = add;
      this.method = method;
    }
  }

  private interface Method {
    void run(MatMul kernel, int m, int k, int n, Buffer a, Buffer b, Buffer c);
  }

  /** Floats around the result that nobody may write. */
  private static final int GUARD = 5;

  final Form form;
  final int m;
  final int k;
  final int n;

  ProductCase(Form form, int m, int k, int n) {
    this.form = form;
    this.m = m;
    this.k = k;
    this.n = n;
  }

  float[] a() {
    return numbers(m * k, 7919);
  }

  float[] b() {
    return numbers(k * n, 104_729);
  }

  /** Numbers between ±1 that many tests can afford. */
  private static float[] numbers(int count, int step) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (i * step & 0xFFFF) * 0x1p-15f - 1;
    }
    return numbers;
  }

  /** A prepared kernel with operands. */
  record Prepared(ProductCase product, MatMul kernel, Buffer a, Buffer b, Buffer around, Buffer c) {
    /** Computes it of new memory, over NaN where it is not added to. */
    float[] run() {
      float[] before = new float[around.length()];
      Arrays.fill(before, product.form.add ? 1f : Float.NaN);
      around.put(0, before, 0, before.length);
      again();
      float[] after = Site.floats(around);
      for (int i = 0; i < GUARD; i++) {
        assertWithMessage("float before").that(after[i]).isEqualTo(before[0]);
        assertWithMessage("float after").that(after[after.length - 1 - i]).isEqualTo(before[0]);
      }
      return Arrays.copyOfRange(after, GUARD, after.length - GUARD);
    }

    /** Computes it. */
    void again() {
      product.form.method.run(kernel, product.m, product.k, product.n, a, b, c);
    }
  }

  /** Puts the operands in place. */
  Prepared on(Site site) {
    Buffer around = site.zeros(m * n + 2 * GUARD);
    return new Prepared(
        this,
        site.kernel(MatMul.class),
        site.copy(a()),
        site.copy(b()),
        around,
        around.slice(GUARD, m * n));
  }

  /** Fails unless it is the product, give or take what sums of so many floats may be off. */
  void check(float[] c, double precision) {
    float[] a = a();
    float[] b = b();
    // Every row and column once, not every element.
    for (int i = 0; i < Math.max(m, n); i++) {
      int row = i % m;
      int column = i % n;
      double sum = form.add ? 1 : 0;
      double size = 1;
      for (int p = 0; p < k; p++) {
        double left = form.transA ? a[p * m + row] : a[row * k + p];
        double right = form.transB ? b[column * k + p] : b[p * n + column];
        sum += left * right;
        size += Math.abs(left * right);
      }
      assertWithMessage("%s [%s, %s]", this, row, column)
          .that((double) c[row * n + column])
          .isWithin(precision * size)
          .of(sum);
    }
  }
}
