package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.BatchNormalization;
import org.synapt.kernel.Interpolation;
import org.synapt.kernel.Kernel;
import org.synapt.kernel.LayerNormalization;
import org.synapt.kernel.Pooling;
import org.synapt.kernel.Softmax;
import org.synapt.kernel.SoftmaxCrossEntropy;
import org.synapt.kernel.Windows;

/** Kernels that walk over rows and examples: one bit pattern, and no garbage. */
final class RowKernelsTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int ROWS = 1_001;
  private static final int COLUMNS = 96;
  private static final int FLOATS = ROWS * COLUMNS;
  private static final Windows WINDOWS = Windows.over(13, 11).sized(3, 2).strides(2, 2);

  /** A call, of operands that are all as large as the largest. */
  enum Call {
    SOFTMAX(Softmax.class, (k, b) -> k.softmax(ROWS, COLUMNS, b[0], b[1])),
    SOFTMAX_GRADIENT(Softmax.class, (k, b) -> k.softmaxGradient(ROWS, COLUMNS, b[0], b[1], b[2])),
    LOG_SOFTMAX(Softmax.class, (k, b) -> k.logSoftmax(ROWS, COLUMNS, b[0], b[1])),
    LOG_SOFTMAX_GRADIENT(
        Softmax.class, (k, b) -> k.logSoftmaxGradient(ROWS, COLUMNS, b[0], b[1], b[2])),
    LOSS(SoftmaxCrossEntropy.class, (k, b) -> k.loss(ROWS, COLUMNS, b[0], b[1], b[2])),
    LOSS_GRADIENT(
        SoftmaxCrossEntropy.class, (k, b) -> k.gradient(ROWS, COLUMNS, b[0], b[1], b[2], b[3])),
    LAYER(
        LayerNormalization.class,
        (k, b) -> k.forward(ROWS, COLUMNS, 1e-3f, b[0], b[4], b[5], b[1], b[2])),
    LAYER_GRADIENT(
        LayerNormalization.class,
        (k, b) -> k.gradient(ROWS, COLUMNS, b[0], b[4], b[1], b[2], b[5], b[6], b[3])),
    BATCH(
        BatchNormalization.class,
        (k, b) ->
            k.forward(ROWS, COLUMNS, true, 0.9f, 1e-3f, b[0], b[4], b[5], b[6], b[7], b[1], b[2])),
    BATCH_ALONE(
        BatchNormalization.class,
        (k, b) ->
            k.forward(ROWS, COLUMNS, false, 0.9f, 1e-3f, b[0], b[4], b[5], b[6], b[7], b[1], b[2])),
    BATCH_GRADIENT(
        BatchNormalization.class,
        (k, b) -> k.gradient(ROWS, COLUMNS, true, b[0], b[4], b[8], b[2], b[5], b[6], b[3])),
    MAX(Pooling.class, (k, b) -> k.max(40, WINDOWS, 16, b[0], b[1], b[2])),
    MAX_GRADIENT(
        Pooling.class,
        (k, b) -> {
          k.max(40, WINDOWS, 16, b[0], b[1], b[2]);
          k.maxGradient(40, WINDOWS, 16, b[2], b[1], b[3]);
        }),
    MEAN(Pooling.class, (k, b) -> k.average(40, WINDOWS, 16, b[0], b[2])),
    MEAN_GRADIENT(Pooling.class, (k, b) -> k.averageGradient(40, WINDOWS, 16, b[2], b[3])),
    INTERPOLATION(Interpolation.class, (k, b) -> k.linear(28, 28, 3, 32, b[0], b[1])),
    INTERPOLATION_GRADIENT(
        Interpolation.class, (k, b) -> k.linearGradient(28, 28, 3, 32, b[0], b[1]));

    private final Pair<?> pair;

    <K extends Kernel> Call(Class<K> type, Work<K> work) {
      this.pair = new Pair<>(type, work);
    }

    private interface Work<K> {
      void run(K kernel, Buffer... operands);
    }

    private record Pair<K extends Kernel>(Class<K> type, Work<K> work) {
      void run(Kernel kernel, Buffer... operands) {
        work.run(type.cast(kernel), operands);
      }
    }
  }

  /** Some large operands, then some with a number for each column, and what a batch has saved. */
  private static Buffer[] operands(Site site) {
    Buffer[] operands = new Buffer[9];
    for (int i = 0; i < operands.length; i++) {
      int floats = i < 4 ? FLOATS : i < 8 ? COLUMNS : 2 * COLUMNS;
      float[] values = Site.normal(floats + i);
      for (int j = 0; j < values.length && i > 3; j++) {
        values[j] = 1f + values[j] * values[j];
      }
      operands[i] = site.copy(values).slice(0, floats);
    }
    return operands;
  }

  private static float[][] results(Call call, int threads) {
    try (Site site = Site.of(threads)) {
      Buffer[] operands = operands(site);
      call.pair.run(site.kernel(call.pair.type), operands);
      float[][] results = new float[operands.length][];
      for (int i = 0; i < results.length; i++) {
        results[i] = Site.floats(operands[i]);
      }
      return results;
    }
  }

  private static void same(String what, float[][] expected, float[][] found) {
    for (int i = 0; i < expected.length; i++) {
      assertWithMessage("%s, operand %s: the first float that differs", what, i)
          .that(Arrays.mismatch(expected[i], found[i]))
          .isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void haveTheSameBitsRunAfterRun(Call call) {
    for (int threads = 1; threads <= 3; threads++) {
      same(call + " on " + threads, results(call, threads), results(call, threads));
    }
  }

  @ParameterizedTest
  @EnumSource
  void haveTheSameBitsForAnyNumberOfThreads(Call call) {
    float[][] alone = results(call, 1);
    for (int threads = 2; threads <= 3; threads++) {
      float[][] shared = results(call, threads);
      if (call.pair.type == Pooling.class) {
        // Saved for the gradient, group by group: how many groups there are depends on the threads.
        shared[1] = alone[1];
      }
      same(call + " on " + threads, alone, shared);
    }
  }

  @ParameterizedTest
  @EnumSource
  void allocateNothingForACallTheyKnow(Call call) {
    for (int threads = 1; threads <= 2; threads++) {
      try (Site site = Site.of(threads)) {
        Buffer[] operands = operands(site);
        Kernel kernel = site.kernel(call.pair.type);
        run(call, kernel, operands);
        allocated();
        long before = allocated();
        run(call, kernel, operands);
        assertThat(allocated() - before).isLessThan(10L);
      }
    }
  }

  private static void run(Call call, Kernel kernel, Buffer... operands) {
    for (int i = 0; i < 10; i++) {
      call.pair.run(kernel, operands);
    }
  }

  /** Bytes, by this thread. */
  private static long allocated() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
