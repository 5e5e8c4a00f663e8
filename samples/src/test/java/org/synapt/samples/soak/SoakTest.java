package org.synapt.samples.soak;

import static com.google.common.truth.Truth.assertWithMessage;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.backend.Backend;
import org.synapt.network.Network;
import org.synapt.network.Seed;
import org.synapt.optimizer.Adam;
import org.synapt.samples.backends.Opened;
import org.synapt.training.Trainer;

/**
 * A long training keeps the memory that it has after a while: what lies outside the heap too, which
 * no collector and no out-of-memory error would tell of.
 *
 * <p>Here it is some thousand steps. {@code mvn -pl samples -am test -Dtest=SoakTest
 * -Dsoak.steps=200000 -Dsurefire.failIfNoSpecifiedTests=false} is the long one; it prints what it
 * sees.
 */
final class SoakTest {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final int SHORT = 4_000;
  private static final int STEPS = Integer.getInteger("soak.steps", SHORT);
  private static final int BATCH = 8;

  /** Samples of memory, evenly over the steps. */
  private static final int SAMPLES = 40;

  /** Those at first, while Java compiles itself and oneDNN prepares. */
  private static final int WARM = SAMPLES / 4;

  /** Growth that the collector's and the compiler's moods explain. */
  private static final double MOST_GROWTH = 1.1;

  @ParameterizedTest
  @ValueSource(strings = {"onednn", "nd4j"})
  void keepsTheMemoryItHas(String name) throws IOException {
    assumeTrue(Files.exists(STATUS), "only Linux says so easily how much is resident");
    long[] resident = new long[SAMPLES];
    try (Backend backend = Opened.named(name)) {
      Network network = new SoakedNetwork(backend, Seed.of(1));
      Soak soak = new Soak(network);
      for (int i = 0; i < SAMPLES; i++) {
        soak.steps(STEPS / SAMPLES);
        resident[i] = resident();
        print(network.device() + ": " + (i + 1) * (STEPS / SAMPLES) + " steps, " + resident[i]);
      }
    }
    int third = (SAMPLES - WARM) / 3;
    long before = median(Arrays.copyOfRange(resident, WARM, WARM + third));
    long after = median(Arrays.copyOfRange(resident, SAMPLES - third, SAMPLES));
    assertWithMessage("resident kB, %s", Arrays.toString(resident))
        .that((double) after / before)
        .isLessThan(MOST_GROWTH);
  }

  private static void print(String line) {
    if (STEPS > SHORT) {
      System.out.println(line + " kB resident");
    }
  }

  private static long median(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Without what the collector would only pick up later: ND4J leaves it some kB a step. */
  private static long resident() throws IOException {
    System.gc();
    return Files.readString(STATUS, ISO_8859_1)
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .sum();
  }

  /** A training whose batches vary, as they do where examples run out, and which also predicts. */
  private static final class Soak {
    private final Trainer trainer;
    private final Network network;
    private final float[][] pictures = {new float[BATCH * 8 * 8 * 4]};
    private final float[][] kinds = {new float[BATCH * 10]};
    private final float[][] predictions = {new float[BATCH * 10]};
    private int step;

    Soak(Network network) {
      this.network = network;
      this.trainer = Trainer.of(network).optimizer(Adam.defaults());
      Random random = new Random(7);
      for (int i = 0; i < pictures[0].length; i++) {
        pictures[0][i] = (float) random.nextGaussian();
      }
      for (int i = 0; i < BATCH; i++) {
        kinds[0][i * 10 + random.nextInt(10)] = 1;
      }
    }

    void steps(int count) {
      for (int i = 0; i < count; i++, step++) {
        trainer.step(step % 10 == 9 ? BATCH / 2 + 1 : BATCH, pictures, kinds);
        if (step % 100 == 99) {
          network.prediction(BATCH).predict(BATCH, pictures, predictions, 0);
        }
      }
    }
  }
}
