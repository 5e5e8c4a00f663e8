package org.synapt.backend.onednn;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.synapt.backend.Backend;
import org.synapt.network.Network;
import org.synapt.optimizer.Optimization;
import org.synapt.optimizer.SGD;
import org.synapt.training.Trainer;

/** Networks on native memory, from their first step to beyond the end of their backend. */
final class NetworkLifeTest {
  private static final int FEATURES = 40;
  private static final int UNITS = 30;
  private static final int BATCH = 20;

  private static final float[] X = Site.normal(BATCH * FEATURES);
  private static final float[] TARGET = Site.normal(BATCH * UNITS);

  private static Backend backend() {
    return new OneDnnBackend(2, Precision.FLOAT32);
  }

  private static Trainer trainer(Network network) {
    return Trainer.of(network).optimizer(SGD.withLearningRate(0.01));
  }

  private static float step(Trainer trainer) {
    return trainer.step(BATCH, new float[][] {X}, new float[][] {TARGET});
  }

  @Test
  void learns() {
    try (Backend backend = backend()) {
      Trainer trainer = trainer(new PerceptronNetwork(backend, FEATURES, UNITS));
      float first = step(trainer);
      for (int i = 0; i < 200; i++) {
        step(trainer);
      }
      assertThat(step(trainer)).isLessThan(first / 10);
    }
  }

  @Test
  void predictsFromAnotherThreadThanTheOneThatMadeIt() throws InterruptedException {
    try (Backend backend = backend()) {
      PerceptronNetwork network = new PerceptronNetwork(backend, FEATURES, UNITS);
      float[] here = network.predict(X);
      float[][] there = new float[1][];
      Thread thread = new Thread(() -> there[0] = network.predict(X));
      thread.start();
      thread.join();
      assertThat(Arrays.equals(there[0], here)).isTrue();
    }
  }

  @Test
  void goesOnTrainingInAnotherThread() throws InterruptedException {
    try (Backend backend = backend()) {
      PerceptronNetwork moved = new PerceptronNetwork(backend, FEATURES, UNITS);
      PerceptronNetwork stayed = new PerceptronNetwork(backend, FEATURES, UNITS);
      Trainer movedTrainer = trainer(moved);
      Trainer stayedTrainer = trainer(stayed);
      for (int i = 0; i < 6; i++) {
        step(stayedTrainer);
        Thread thread = new Thread(() -> step(movedTrainer));
        thread.start();
        thread.join();
      }
      assertThat(Arrays.equals(moved.predict(X), stayed.predict(X))).isTrue();
    }
  }

  @Test
  void saysThatItsBackendIsClosed() {
    Backend backend = backend();
    PerceptronNetwork used = new PerceptronNetwork(backend, FEATURES, UNITS);
    PerceptronNetwork unused = new PerceptronNetwork(backend, FEATURES, UNITS);
    Trainer usedTrainer = trainer(used);
    Trainer unusedTrainer = trainer(unused);
    Optimization optimization = used.optimize(SGD.withLearningRate(0.1));
    step(usedTrainer);
    used.predict(X);
    optimization.step();
    backend.close();
    saysClosed(() -> used.predict(X));
    saysClosed(() -> unused.predict(X));
    saysClosed(() -> step(usedTrainer));
    saysClosed(() -> step(unusedTrainer));
    saysClosed(() -> used.prediction(BATCH).forward(BATCH));
    saysClosed(() -> used.training(BATCH).forward(BATCH));
    saysClosed(() -> used.training(BATCH).backward(BATCH));
    saysClosed(() -> used.training(BATCH).loss(BATCH));
    saysClosed(() -> used.training(2 * BATCH));
    saysClosed(optimization::step);
    saysClosed(() -> used.parameter("y.weight").get());
    saysClosed(() -> used.parameter("y.bias").set(new float[UNITS]));
    saysClosed(() -> used.values().get(0, new float[1], 0, 1));
    saysClosed(() -> used.gradients().put(0, new float[1], 0, 1));
    saysClosed(() -> new PerceptronNetwork(backend, FEATURES, UNITS));
    used.close();
    backend.close();
  }

  private static void saysClosed(Executable use) {
    IllegalStateException e = assertThrows(IllegalStateException.class, use);
    assertThat(e).hasMessageThat().contains("the backend onednn is closed");
  }
}
