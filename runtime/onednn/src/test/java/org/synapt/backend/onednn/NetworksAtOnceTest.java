package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.backend.Backend;
import org.synapt.optimizer.SGD;
import org.synapt.training.Trainer;

/** Networks of one backend, each trained by a thread of its own at the same time. */
final class NetworksAtOnceTest {
  private static final int FEATURES = 300;
  private static final int UNITS = 200;
  private static final int BATCH = 100;
  private static final int STEPS = 40;
  private static final int NETWORKS = 4;

  private static final float[] X = Site.normal(BATCH * FEATURES);
  private static final float[] TARGET = Site.normal(BATCH * UNITS);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void learnWhatTheyLearnAlone(int threads) throws ExecutionException, InterruptedException {
    ExecutorService users = Executors.newFixedThreadPool(NETWORKS);
    try (Backend backend = new OneDnnBackend(threads, Precision.FLOAT32)) {
      float[] alone = learned(backend);
      List<Future<float[]>> together = new ArrayList<>();
      for (int i = 0; i < NETWORKS; i++) {
        together.add(users.submit(() -> learned(backend)));
      }
      for (Future<float[]> each : together) {
        assertThat(Arrays.equals(each.get(), alone)).isTrue();
      }
    } finally {
      users.shutdownNow();
    }
  }

  private static float[] learned(Backend backend) {
    PerceptronNetwork network = new PerceptronNetwork(backend, FEATURES, UNITS);
    Trainer trainer = Trainer.of(network).optimizer(SGD.withLearningRate(0.0005));
    for (int i = 0; i < STEPS; i++) {
      trainer.step(BATCH, new float[][] {X}, new float[][] {TARGET});
    }
    float[] values = new float[network.values().length()];
    network.values().get(0, values, 0, values.length);
    return values;
  }
}
