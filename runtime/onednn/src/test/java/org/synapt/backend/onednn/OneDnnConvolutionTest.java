package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.synapt.backend.java.JavaBackend;
import org.synapt.backend.java.Workers;

/** Convolutions on oneDNN, against those in Java. */
final class OneDnnConvolutionTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Of the largest element. */
  private static final double FLOAT32 = 0x1p-18;

  private static final double BF16 = 0x1p-6;

  private static Site java() {
    return new Site(new JavaBackend(new Workers(1)));
  }

  private static Site rounding(int threads) {
    return new Site(new OneDnnBackend(threads, Precision.BF16));
  }

  private static void agree(List<float[]> found, List<float[]> expected, double tolerance) {
    for (int i = 0; i < expected.size(); i++) {
      agree("result " + i, found.get(i), expected.get(i), tolerance);
    }
  }

  private static void agree(String what, float[] found, float[] expected, double tolerance) {
    double largest = 0;
    double error = 0;
    for (int i = 0; i < expected.length; i++) {
      largest = Math.max(largest, Math.abs(expected[i]));
      error = Math.max(error, Math.abs(found[i] - expected[i]));
    }
    assertWithMessage(what).that(found).hasLength(expected.length);
    assertWithMessage(what).that(error).isAtMost(tolerance * largest);
  }

  private static void same(List<float[]> found, List<float[]> expected) {
    for (int i = 0; i < expected.size(); i++) {
      assertWithMessage("result %s", i).that(found.get(i)).isEqualTo(expected.get(i));
    }
  }

  @ParameterizedTest
  @EnumSource
  void agreesWithJavaHoweverItIsDivided(ConvolutionCase it) {
    for (int batch : new int[] {1, 5}) {
      try (Site java = java()) {
        List<float[]> expected = it.on(java, batch).all();
        for (int threads = 1; threads <= 3; threads++) {
          try (Site site = Site.of(threads)) {
            agree(it.on(site, batch).all(), expected, FLOAT32);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void isNearWithLessPrecision(ConvolutionCase it) {
    try (Site java = java();
        Site site = rounding(2)) {
      agree(it.on(site, 17).all(), it.on(java, 17).all(), BF16);
    }
  }

  @ParameterizedTest
  @EnumSource
  void hasTheSameBitsRunAfterRun(ConvolutionCase it) {
    for (Precision precision : Precision.values()) {
      try (Site site = new Site(new OneDnnBackend(2, precision));
          Site again = new Site(new OneDnnBackend(2, precision))) {
        List<float[]> expected = it.on(site, 5).all();
        same(it.on(site, 5).all(), expected);
        same(it.on(again, 5).all(), expected);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void runsNothingThatIsWrittenForClarity(ConvolutionCase it) {
    for (Precision precision : Precision.values()) {
      try (Site site = new Site(new OneDnnBackend(2, precision))) {
        List<Implementation> heard = Implementations.during(() -> it.on(site, 32).run());
        assertThat(heard.stream().filter(Implementation::isReference).toList()).isEmpty();
        // The eight calls are oneDNN's, none Java's.
        assertThat(heard.stream().filter(each -> each.kind().equals("convolution")).count())
            .isAtLeast(8L);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void allocatesNothingForCallsItKnows(ConvolutionCase it) {
    for (int threads = 1; threads <= 2; threads++) {
      try (Site site = Site.of(threads)) {
        ConvolutionCase.Operands operands = it.on(site, 2);
        for (int i = 0; i < 5; i++) {
          operands.run();
        }
        allocated();
        long before = allocated();
        operands.run();
        operands.run();
        assertThat(allocated() - before).isLessThan(10L);
      }
    }
  }

  /** Bytes, by this thread. */
  private static long allocated() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  @Test
  void followsAWeightThatChanges() {
    try (Site site = Site.of(2)) {
      ConvolutionCase.Operands operands = ConvolutionCase.CIFAR_TEXTURES.on(site, 3);
      float[] y = operands.y();
      float[] dx = operands.dx();
      float[] weight = Site.floats(operands.weight);
      for (int i = 0; i < weight.length; i++) {
        weight[i] *= -2;
      }
      operands.weight.put(0, weight, 0, weight.length);
      for (int i = 0; i < y.length; i++) {
        y[i] *= -2;
      }
      for (int i = 0; i < dx.length; i++) {
        dx[i] *= -2;
      }
      assertThat(operands.y()).isEqualTo(y);
      assertThat(operands.dx()).isEqualTo(dx);
    }
  }

  @Test
  void reordersTheWeightOnceForEveryChange() {
    try (Engine engine = new Engine(1, Precision.FLOAT32);
        Layout plain = Layout.rowMajor(2, 3);
        Layout wanted = Layout.strided(new long[] {2, 3}, new long[] {1, 2})) {
      NativeBuffer weight = new NativeBuffer(new NativeMemory(engine.ledger(), 6), 0, 6);
      weight.put(0, new float[] {1, 2, 3, 4, 5, 6}, 0, 6);
      LayoutChange.End end = new LayoutChange.End(plain.descriptor(), weight.memory(), 0);
      ReorderedWeight copy = new ReorderedWeight(engine, 0, end, wanted.descriptor());
      copy.refresh();
      float[] seen = new float[6];
      copy.memory().get(0, seen, 0, 6);
      assertThat(seen).isEqualTo(new float[] {1, 4, 2, 5, 3, 6});
      copy.memory().put(0, new float[6], 0, 6);
      copy.refresh();
      copy.memory().get(0, seen, 0, 6);
      assertThat(seen).isEqualTo(new float[6]);
      weight.memory().touch();
      copy.refresh();
      copy.memory().get(0, seen, 0, 6);
      assertThat(seen).isEqualTo(new float[] {1, 4, 2, 5, 3, 6});
    }
  }
}
