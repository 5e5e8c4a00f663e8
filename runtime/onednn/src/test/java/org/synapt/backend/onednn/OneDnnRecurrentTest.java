package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.synapt.kernel.Recurrence.Cell;
import org.synapt.kernel.Recurrence.Option;
import org.synapt.kernel.Recurrent;

/** What recurrent layers on oneDNN promise beside the numbers, which conformance checks. */
final class OneDnnRecurrentTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @EnumSource
  void hasTheSameBitsAgainAndOnAnyNumberOfThreads(Cell cell) {
    float[] expected = {};
    for (int threads = 1; threads <= 3; threads++) {
      try (Site site = Site.of(threads)) {
        RecurrentLayer layer =
            new RecurrentLayer(site, site.kernel(Recurrent.class), cell, 24, 9, 65);
        for (int run = 1; run <= 3; run++) {
          layer.step();
          float[] results = layer.results();
          expected = expected.length == 0 ? results : expected;
          assertWithMessage("run %s with %s threads has the bits", run, threads)
              .that(Arrays.equals(results, expected))
              .isTrue();
        }
      }
    }
  }

  @Test
  void packsWeightsAgainOnceTheyHaveChanged() {
    try (Site site = Site.of(2)) {
      RecurrentLayer layer = layer(site, site.kernel(Recurrent.class), 8);
      layer.step();
      float[] before = layer.results();
      layer.train();
      layer.step();
      float[] trained = layer.results();
      RecurrentLayer other = layer(site, site.kernel(Recurrent.class), 8);
      other.train();
      other.step();
      assertThat(trained).isEqualTo(other.results());
      assertThat(trained).isNotEqualTo(before);
    }
  }

  @Test
  void servesLayersOfOtherSizesInTurn() {
    try (Site site = Site.of(2)) {
      Recurrent shared = site.kernel(Recurrent.class);
      RecurrentLayer small = layer(site, shared, 3);
      RecurrentLayer large = layer(site, shared, 40);
      small.step();
      float[] first = small.results();
      large.step();
      RecurrentLayer alone = layer(site, site.kernel(Recurrent.class), 40);
      alone.step();
      assertThat(large.results()).isEqualTo(alone.results());
      small.step();
      assertThat(small.results()).isEqualTo(first);
    }
  }

  @Test
  void predictsWhatItTrains() {
    try (Site site = Site.of(2)) {
      RecurrentLayer layer = layer(site, site.kernel(Recurrent.class), 20);
      layer.step();
      float[] trained = layer.results();
      float[] predicted = layer.predict();
      assertThat(predicted).isEqualTo(Arrays.copyOf(trained, predicted.length));
    }
  }

  @Test
  void allocatesNothingForACallItKnows() {
    try (Site site = Site.of(2)) {
      Recurrent kernel = site.kernel(Recurrent.class);
      for (Cell cell : Cell.values()) {
        RecurrentLayer layer = new RecurrentLayer(site, kernel, cell, 24, 9, 65, Option.SEQUENCES);
        run(layer, 10);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
          least = Math.min(least, allocated(layer));
        }
        assertThat(least).isLessThan(10L);
      }
    }
  }

  @Test
  void runsNoProductThatIsWrittenForClarity() {
    try (Site site = Site.of(2)) {
      List<Implementation> all =
          Implementations.during(() -> layer(site, site.kernel(Recurrent.class), 32).step());
      assertThat(all).isNotEmpty();
      assertThat(all.stream().filter(Implementation::isReference).toList()).isEmpty();
    }
  }

  private static RecurrentLayer layer(Site site, Recurrent kernel, int batch) {
    return new RecurrentLayer(site, kernel, Cell.LSTM, batch, 11, 48, Option.SEQUENCES);
  }

  private static void run(RecurrentLayer layer, int times) {
    for (int i = 0; i < times; i++) {
      layer.step();
    }
  }

  /** Bytes for ten steps, by this thread; a part that it has not run before may cost some. */
  private static long allocated(RecurrentLayer layer) {
    long before = allocated();
    run(layer, 10);
    return allocated() - before;
  }

  private static long allocated() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
