package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.synapt.backend.Backend;
import org.synapt.buffer.Buffer;
import org.synapt.optimizer.SGD;
import org.synapt.training.Trainer;

/** Native memory is given back: by closing, and for networks that nobody refers to. */
final class NetworkMemoryTest {
  private static final int FEATURES = 1_000;
  private static final int UNITS = 2;

  /** So many examples that a pass that trains has 8 MB of inputs and as many of gradients. */
  private static final int BATCH = 2_000;

  private static final float[][] X = {Site.normal(BATCH * FEATURES)};
  private static final float[][] TARGET = {new float[BATCH * UNITS]};

  /** What the garbage collector and everybody else may take meanwhile. */
  private static final long SLACK = 200;

  @BeforeEach
  void systemTells() {
    ResidentMemory.assumeTold();
  }

  @Test
  void closingTheBackendFreesArenas() {
    Backend backend = new OneDnnBackend(2, Precision.FLOAT32);
    Buffer buffer = backend.allocate(100_000_000);
    for (int at = 0; at < buffer.length(); at += X[0].length) {
      buffer.put(at, X[0], 0, X[0].length);
    }
    long used = ResidentMemory.megabytes();
    backend.close();
    assertThat(ResidentMemory.megabytes()).isLessThan(used - 350);
  }

  @Test
  void droppedNetworksAreFreed() throws InterruptedException {
    try (Backend backend = new OneDnnBackend(2, Precision.FLOAT32)) {
      use(backend, false);
      long before = ResidentMemory.megabytesAtRest();
      for (int round = 0; round < 10; round++) {
        for (int i = 0; i < 10; i++) {
          use(backend, false);
        }
        assertThat(ResidentMemory.megabytesAtRest(before + SLACK)).isLessThan(before + SLACK);
      }
    }
  }

  @Test
  void closedNetworksAreFreedThoughSomebodyRefersToThem() throws InterruptedException {
    try (Backend backend = new OneDnnBackend(2, Precision.FLOAT32)) {
      use(backend, true);
      long before = ResidentMemory.megabytesAtRest();
      PerceptronNetwork[] closed = new PerceptronNetwork[50];
      for (int i = 0; i < closed.length; i++) {
        closed[i] = use(backend, true);
      }
      assertThat(ResidentMemory.megabytesAtRest(before + SLACK)).isLessThan(before + SLACK);
      assertThat(Arrays.equals(closed[0].predict(X[0]), closed[49].predict(X[0]))).isTrue();
    }
  }

  @Test
  void networksOutliveThoseThatAreDropped() throws InterruptedException {
    try (Backend backend = new OneDnnBackend(2, Precision.FLOAT32)) {
      PerceptronNetwork kept = use(backend, false);
      float[] before = kept.predict(X[0]);
      for (int i = 0; i < 10; i++) {
        use(backend, false);
        System.gc();
      }
      ResidentMemory.megabytesAtRest();
      assertThat(Arrays.equals(kept.predict(X[0]), before)).isTrue();
    }
  }

  /** A network that has been trained for a step. */
  private static PerceptronNetwork use(Backend backend, boolean close) {
    PerceptronNetwork network = new PerceptronNetwork(backend, FEATURES, UNITS);
    Trainer.of(network).optimizer(SGD.withLearningRate(1e-6)).step(BATCH, X, TARGET);
    if (close) {
      network.close();
    }
    return network;
  }
}
