package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.backend.java.ArrayBuffer;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Formula;
import org.synapt.kernel.MatMul;

/** Products on oneDNN. */
final class OneDnnMatMulTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final double FLOAT32 = 0x1p-20;
  private static final double BF16 = 0x1p-8;

  @ParameterizedTest
  @EnumSource
  void isTheProduct(ProductCase product) {
    for (int threads = 1; threads <= 3; threads++) {
      try (Site site = Site.of(threads)) {
        product.check(product.on(site).run(), FLOAT32);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void isNearTheProductWithLessPrecision(ProductCase product) {
    try (Site site = less()) {
      product.check(product.on(site).run(), BF16);
    }
  }

  @ParameterizedTest
  @EnumSource
  void hasTheSameBitsRunAfterRun(ProductCase product) {
    float[] expected;
    try (Site site = Site.of(2)) {
      expected = product.on(site).run();
    }
    for (int run = 0; run < 2; run++) {
      try (Site site = Site.of(2)) {
        ProductCase.Prepared prepared = product.on(site);
        assertSame(expected, prepared.run());
        assertSame(expected, prepared.run());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void hasTheSameBitsWithAnyNumberOfThreads(ProductCase product) {
    float[] expected;
    try (Site site = Site.of(1)) {
      expected = product.on(site).run();
    }
    for (int threads : new int[] {2, 7}) {
      try (Site site = Site.of(threads)) {
        assertSame(expected, product.on(site).run());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = ".*_OF_ONE.*")
  void runsNoReference(ProductCase product) {
    List<Implementation> heard =
        Implementations.during(
            () -> {
              for (int threads = 1; threads <= 2; threads++) {
                try (Site site = Site.of(threads)) {
                  calls(product.on(site), 6);
                }
              }
              try (Site site = less()) {
                calls(product.on(site), 6);
              }
            });
    assertThat(heard).isNotEmpty();
    assertThat(heard.stream().filter(Implementation::isReference).toList()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void allocatesNothing(ProductCase product) {
    for (int threads = 1; threads <= 2; threads++) {
      try (Site site = Site.of(threads)) {
        ProductCase.Prepared prepared = product.on(site);
        calls(prepared, 10);
        allocated();
        long before = allocated();
        calls(prepared, 10);
        assertThat(allocated() - before).isLessThan(10L);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void keepsPackedWeightsUntilTheyChange(int threads) {
    for (ProductCase product :
        List.of(ProductCase.FORWARD, ProductCase.LONG_FORWARD, ProductCase.FORWARD_OF_FEW)) {
      try (Site site = Site.of(threads)) {
        ProductCase.Prepared prepared = product.on(site);
        float[] first = prepared.run();
        int reorders = reorders(() -> sameForLong(prepared, first));
        assertThat(reorders).isGreaterThan(0);
        change(prepared.b(), 1);
        float[] changed = prepared.run();
        assertThat(changed[0]).isNotEqualTo(first[0]);
        sameForLong(prepared, changed);
        prepared.b().put(0, product.b(), 0, 1);
        sameForLong(prepared, first);
      }
    }
  }

  /** Comparing packed weights with plain ones must not add the product twice. */
  @Test
  void addsOnceHoweverLongWeightsStay() {
    try (Site site = Site.of(2)) {
      ProductCase.Prepared prepared = ProductCase.FORWARD_ADDED.on(site);
      sameForLong(prepared, prepared.run());
    }
  }

  /** A blank first batch says nothing of the order in which packed weights are added up. */
  @Test
  void trustsNoPackedWeightsForTheSakeOfZeros() {
    try (Site site = Site.of(1)) {
      MatMul kernel = site.kernel(MatMul.class);
      Buffer x = site.zeros(33 * 784);
      Buffer weights = site.copy(Site.normal(784 * 500));
      Buffer y = site.zeros(33 * 500);
      for (int i = 0; i < 20; i++) {
        kernel.mult(33, 784, 500, x, weights, y);
      }
      assertThat(Site.floats(y))
          .usingExactEquality()
          .containsExactly(new float[33 * 500])
          .inOrder();
      x.put(0, Site.normal(33 * 784), 0, 33 * 784);
      kernel.mult(33, 784, 500, x, weights, y);
      Buffer plainly = site.zeros(33 * 500);
      site.kernel(MatMul.class).mult(33, 784, 500, x, weights, plainly);
      assertSame(Site.floats(plainly), Site.floats(y));
    }
  }

  @Test
  void refusesBuffersOfOthersAndOnesThatAreTooShort() {
    try (Site site = Site.of(1);
        Site other = Site.of(1)) {
      MatMul kernel = site.kernel(MatMul.class);
      Buffer a = site.zeros(100);
      Buffer b = site.zeros(100);
      Buffer heap = new ArrayBuffer(new float[100], 0, 100);
      Throwable fromHeap =
          assertThrows(IllegalArgumentException.class, () -> kernel.mult(10, 10, 10, a, heap, b));
      assertThat(fromHeap).hasMessageThat().contains("network.backend() allocates");
      Buffer foreign = other.zeros(100);
      assertThrows(IllegalArgumentException.class, () -> kernel.mult(10, 10, 10, a, b, foreign));
      Buffer shorter = site.backend().allocate(99);
      assertThrows(IndexOutOfBoundsException.class, () -> kernel.mult(10, 10, 10, a, b, shorter));
    }
  }

  @Test
  void packsNothingThatChangesWithEveryCall() {
    try (Site site = Site.of(2)) {
      ProductCase.Prepared prepared = ProductCase.FORWARD.on(site);
      assertThat(
              reorders(
                  () -> {
                    for (int i = 0; i < 10; i++) {
                      change(prepared.b(), i);
                      prepared.run();
                    }
                  }))
          .isEqualTo(0);
    }
  }

  /** A product's own result may be the next one's factor. */
  @Test
  void seesWhatPrimitivesWrite() {
    try (Site site = Site.of(1)) {
      MatMul kernel = site.kernel(MatMul.class);
      Buffer x = site.copy(Site.normal(200 * 200));
      Buffer y = site.zeros(200 * 200);
      Buffer z = site.zeros(200 * 200);
      for (int i = 0; i < 20; i++) {
        change(x, i);
        kernel.mult(200, 200, 200, x, x, y);
        kernel.mult(200, 200, 200, x, y, z);
      }
      Buffer expected = site.zeros(200 * 200);
      site.kernel(MatMul.class).mult(200, 200, 200, x, y, expected);
      assertSame(Site.floats(expected), Site.floats(z));
    }
  }

  private static void sameForLong(ProductCase.Prepared prepared, float[] expected) {
    for (int i = 0; i < 8; i++) {
      assertSame(expected, prepared.run());
    }
  }

  private static int reorders(Runnable work) {
    return (int)
        Implementations.during(work).stream().filter(one -> one.kind().equals("reorder")).count();
  }

  private static void change(Buffer buffer, float value) {
    buffer.put(0, new float[] {value}, 0, 1);
  }

  /** One that oneDNN computes, one that Java does, and sums that are added up piece by piece. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void appliesFormulas(int threads) {
    try (Site site = Site.of(threads)) {
      for (int k : new int[] {99, 1100}) {
        for (int m : new int[] {1, 40, 350}) {
          appliesFormula(site, m, k, 300, Epilogues.RELU);
          appliesFormula(site, m, k, 300, Epilogues.SQUARE);
          appliesFormulaOfBias(site, m, k, 300, Epilogues.RELU_OF_SUM);
          appliesFormulaOfBias(site, m, k, 300, Epilogues.DIFFERENCE);
          appliesFormulaOfBias(site, m, k, 300, Epilogues.SUM);
        }
      }
    }
  }

  private static void appliesFormula(Site site, int m, int k, int n, Formula f) {
    MatMul kernel = site.kernel(MatMul.class);
    Buffer a = site.copy(Site.normal(m * k));
    Buffer b = site.copy(Site.normal(k * n));
    Buffer c = site.zeros(m * n);
    kernel.mult(m, k, n, a, b, c);
    float[] product = Site.floats(c);
    float[] expected = new float[m * n];
    f.apply(m * n, expected, new float[][] {product});
    for (int i = 0; i < 6; i++) {
      kernel.mult(m, k, n, a, b, c, f);
      assertNear(expected, Site.floats(c));
    }
  }

  private static void appliesFormulaOfBias(Site site, int m, int k, int n, Formula f) {
    MatMul kernel = site.kernel(MatMul.class);
    Buffer a = site.copy(Site.normal(m * k));
    Buffer b = site.copy(Site.normal(k * n));
    float[] bias = Site.normal(n);
    Buffer row = site.copy(bias);
    Buffer c = site.zeros(m * n);
    kernel.mult(m, k, n, a, b, c);
    float[] product = Site.floats(c);
    float[] expected = new float[m * n];
    for (int i = 0; i < m; i++) {
      float[] y = new float[n];
      f.apply(n, y, new float[][] {Arrays.copyOfRange(product, i * n, (i + 1) * n), bias});
      System.arraycopy(y, 0, expected, i * n, n);
    }
    for (int i = 0; i < 6; i++) {
      kernel.mult(m, k, n, a, b, c, f, row);
      assertNear(expected, Site.floats(c));
    }
  }

  private static void assertNear(float[] expected, float[] actual) {
    for (int i = 0; i < expected.length; i++) {
      if (!(Math.abs(expected[i] - actual[i]) <= 1e-3)) {
        assertWithMessage("element %s", i).that(actual[i]).isWithin(1e-3f).of(expected[i]);
      }
    }
  }

  private static Site less() {
    return new Site(new OneDnnBackend(2, Precision.BF16));
  }

  private static void calls(ProductCase.Prepared prepared, int times) {
    for (int i = 0; i < times; i++) {
      prepared.again();
    }
  }

  private static void assertSame(float[] expected, float[] actual) {
    assertWithMessage("first of other bits").that(Arrays.mismatch(expected, actual)).isEqualTo(-1);
  }

  /** Bytes, by this thread. */
  private static long allocated() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
