package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.BatchMatMul;

/** Products of each example on oneDNN. */
final class OneDnnBatchMatMulTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int M = 33;
  private static final int K = 65;
  private static final int N = 48;
  private static final int MOST = 40;

  /** The kernel's methods. */
  enum Form {
    MULT(false, false, BatchMatMul::mult),
    TRANS_A(true, false, BatchMatMul::multTransA),
    TRANS_B(false, true, BatchMatMul::multTransB);

    private final boolean transA;
    private final boolean transB;
    private final Method method;

    Form(boolean transA, boolean transB, Method method) {
      this.transA = transA;
      this.transB = transB;
      this.method = method;
    }
  }

  private interface Method {
    void run(BatchMatMul kernel, int batch, int m, int k, int n, Buffer a, Buffer b, Buffer c);
  }

  @ParameterizedTest
  @EnumSource
  void isTheProductOfEachExample(Form form) {
    float[] a = Site.normal(MOST * M * K);
    float[] b = Site.normal(MOST * K * N);
    for (int threads = 1; threads <= 3; threads++) {
      try (Site site = Site.of(threads)) {
        for (int batch : new int[] {1, 2, MOST}) {
          check(form, batch, a, b, run(site, form, batch, a, b));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void hasTheSameBitsWithAnyNumberOfThreads(Form form) {
    float[] a = Site.normal(MOST * M * K);
    float[] b = Site.normal(MOST * K * N);
    try (Site one = Site.of(1);
        Site two = Site.of(2)) {
      float[] expected = run(one, form, MOST, a, b);
      assertThat(Arrays.mismatch(expected, run(two, form, MOST, a, b))).isEqualTo(-1);
      assertThat(Arrays.mismatch(expected, run(two, form, MOST, a, b))).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void runsNoReference(Form form) {
    float[] a = Site.normal(MOST * M * K);
    float[] b = Site.normal(MOST * K * N);
    List<Implementation> heard =
        Implementations.during(
            () -> {
              try (Site site = Site.of(2);
                  Site less = new Site(new OneDnnBackend(2, Precision.BF16))) {
                run(site, form, MOST, a, b);
                run(less, form, MOST, a, b);
              }
            });
    assertThat(heard.size()).isAtLeast(4);
    assertThat(heard.stream().filter(Implementation::isReference).toList()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void allocatesNothing(Form form) {
    for (int threads = 1; threads <= 2; threads++) {
      try (Site site = Site.of(threads)) {
        BatchMatMul kernel = site.kernel(BatchMatMul.class);
        Buffer a = site.zeros(MOST * M * K);
        Buffer b = site.zeros(MOST * K * N);
        Buffer c = site.zeros(MOST * M * N);
        calls(form, kernel, a, b, c);
        allocated();
        long before = allocated();
        calls(form, kernel, a, b, c);
        assertThat(allocated() - before).isLessThan(10L);
      }
    }
  }

  private static void calls(Form form, BatchMatMul kernel, Buffer a, Buffer b, Buffer c) {
    for (int i = 0; i < 10; i++) {
      form.method.run(kernel, i % 3 == 0 ? 1 : MOST, M, K, N, a, b, c);
    }
  }

  private static float[] run(Site site, Form form, int batch, float[] a, float[] b) {
    Buffer c = site.zeros(batch * M * N);
    BatchMatMul kernel = site.kernel(BatchMatMul.class);
    form.method.run(kernel, batch, M, K, N, site.copy(a), site.copy(b), c);
    return Site.floats(c);
  }

  private static void check(Form form, int batch, float[] a, float[] b, float[] c) {
    for (int i = 0; i < batch * M * N; i++) {
      int example = i / (M * N);
      int row = i / N % M;
      int column = i % N;
      double sum = 0;
      double size = 1;
      for (int p = 0; p < K; p++) {
        double left = a[example * M * K + (form.transA ? p * M + row : row * K + p)];
        double right = b[example * K * N + (form.transB ? column * K + p : p * N + column)];
        sum += left * right;
        size += Math.abs(left * right);
      }
      if (!(Math.abs(c[i] - sum) <= 0x1p-20 * size)) {
        assertWithMessage("element %s", i).that((double) c[i]).isEqualTo(sum);
      }
    }
  }

  /** Bytes, by this thread. */
  private static long allocated() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
