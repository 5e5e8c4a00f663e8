package org.synapt.training;

import static com.google.common.truth.Truth.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.synapt.metric.Metric;
import org.synapt.network.LinearNetwork;
import org.synapt.optimizer.Adam;
import org.synapt.optimizer.SGD;

final class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** What steps allocate shows in every window; what HotSpot does once, in a few. */
  private static final int WINDOWS = 5;

  private static long allocated() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  @Test
  void aStepOnArraysAllocatesNothing() {
    LinearNetwork network = LineData.network();
    Trainer trainer = Trainer.of(network).optimizer(Adam.defaults());
    float[][] inputs = {new float[20]};
    float[][] targets = {new float[10]};
    steps(trainer, 1_000, inputs, targets);

    long least = Long.MAX_VALUE;
    for (int i = 0; i < WINDOWS; i++) {
      long before = allocated();
      steps(trainer, 1_000, inputs, targets);
      least = Math.min(least, allocated() - before);
    }

    assertThat(least).isEqualTo(0);
  }

  private static void steps(Trainer trainer, int count, float[][] inputs, float[][] targets) {
    for (int i = 0; i < count; i++) {
      // Batches of two sizes, as at an epoch's end.
      trainer.step(i % 77 == 0 ? 8 : 10, inputs, targets);
    }
  }

  @Test
  void aStepOfAnEpochAllocatesNothing() {
    LinearNetwork network =
        LinearNetwork.of("Two", LineData.backend(1), 7, 2, "mean_squared_error", "price", "kind");
    Trainer trainer =
        Trainer.of(network)
            .verbose(0)
            .optimizer(SGD.defaults().momentum(0.9))
            .metrics(Metric.accuracy(), Metric.of("mae"))
            .batchSize(10);
    Meter meter = new Meter();

    trainer.callbacks(meter).epochs(1 + WINDOWS).fit(LineData.pointsWithTwoTargets(10_005));

    assertThat(meter.windows).isEqualTo(WINDOWS);
    assertThat(meter.least).isEqualTo(0);
  }

  /** Counts from the second step of each epoch behind the first to its last. */
  private static final class Meter implements Callback {
    private int epoch;
    private long before;
    private long least = Long.MAX_VALUE;
    private int windows;

    @Override
    public void onEpochBegin(int begun) {
      epoch = begun;
    }

    @Override
    public void onBatchEnd(int batch, Logs logs) {
      if (epoch > 0 && batch == 0) {
        before = allocated();
      } else if (epoch > 0 && batch == 1_000) {
        least = Math.min(least, allocated() - before);
        windows++;
      }
    }
  }
}
