package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.synapt.backend.java.BlockPointwise;
import org.synapt.buffer.Buffer;
import org.synapt.kernel.Formula;
import org.synapt.kernel.Functions;
import org.synapt.kernel.Pointwise;

/** Formulas over whole matrices. */
final class NativePointwiseTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final Formula SIGMOID =
      new Formula("sigmoid(x + b)", 1, "x", "b") {
        @Override
        public void apply(int n, float[] y, float[][] x) {
          for (int j = 0; j < n; j++) {
            y[j] = Functions.sigmoid(x[0][j] + x[1][j]);
          }
        }
      };

  /** More than a thread does alone: many rows, and few. */
  private static final int[][] SHAPES = {{1_001, 99}, {3, 40_001}};

  private static float[] run(int threads, int rows, int columns) {
    try (Engine engine = new Engine(threads, Precision.FLOAT32)) {
      Buffer x = filled(engine, rows * columns);
      Buffer b = filled(engine, columns);
      pointwise(engine).apply(rows, columns, SIGMOID, x, x, b);
      return Training.floats(x);
    }
  }

  private static Pointwise pointwise(Engine engine) {
    return new BlockPointwise(engine.workers(), NativeWriting.BLOCKS);
  }

  private static Buffer filled(Engine engine, int floats) {
    NativeMemory memory = new NativeMemory(engine.ledger(), floats);
    return Training.filled(new NativeBuffer(memory, 0, floats), new Random(floats), 1);
  }

  @Test
  void givesTheSameBitsForAnyNumberOfThreads() {
    for (int[] shape : SHAPES) {
      float[] one = run(1, shape[0], shape[1]);
      assertThat(run(2, shape[0], shape[1])).isEqualTo(one);
      assertThat(run(3, shape[0], shape[1])).isEqualTo(one);
    }
  }

  @Test
  void saysThatTheResultHasChanged() {
    try (Engine engine = new Engine(1, Precision.FLOAT32)) {
      Buffer x = filled(engine, 20);
      long before = NativeBuffer.of(x).memory().version();
      pointwise(engine).apply(4, 5, SIGMOID, x, x, filled(engine, 5));
      assertThat(NativeBuffer.of(x).memory().version()).isGreaterThan(before);
    }
  }

  @Test
  void allocatesNothingForACall() {
    try (Engine engine = new Engine(1, Precision.FLOAT32)) {
      Buffer x = filled(engine, 207 * 64);
      Buffer b = filled(engine, 64);
      Pointwise pointwise = pointwise(engine);
      long least = Long.MAX_VALUE;
      for (int window = 0; window < 6; window++) {
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int i = 0; i < 500; i++) {
          pointwise.apply(207, 64, SIGMOID, x, x, b);
        }
        long after = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        least = Math.min(least, after - before);
      }
      assertThat(least).isEqualTo(0);
    }
  }
}
