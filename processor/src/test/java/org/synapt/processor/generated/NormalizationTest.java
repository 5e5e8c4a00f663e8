package org.synapt.processor.generated;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.backend.Backends;
import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.network.Network;
import org.synapt.network.TrainingPass;
import org.synapt.persistence.ParameterFile;
import org.synapt.training.Trainer;

/** Networks that normalize and disturb their values: while training, evaluating and predicting. */
final class NormalizationTest {
  private static final Compiled COMPILED =
      Compiled.of(
          Samples.file(layer("Moving", 2, "@BatchNormalization(momentum = 0)")),
          Samples.file(layer("Half", 2, "@BatchNormalization(momentum = 0.5)")),
          Samples.file(
              layer("Frozen", 2, "@BatchNormalization(trainable = false, epsilon = 1e-7)")),
          Samples.file(layer("Noise", 500, "@GaussianNoise(stddev = 0.3)")),
          Samples.file(layer("Factor", 500, "@GaussianDropout(rate = 0.3)")),
          Samples.file(layer("Alpha", 500, "@AlphaDropout(rate = 0.3)")),
          Samples.file(layer("Penalized", 4, "@ActivityRegularization(l1 = 0.5, l2 = 0.25)")),
          Samples.file(Samples.NORMALIZED));

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir Path folder;

  /** One layer, and an identity behind it because an output is not to be disturbed. */
  private static String layer(String name, int extent, String layer) {
    return """
        /** One layer. */
        @Network
        interface %s {
          @Input(shape = %s)                  Tensor x();
          %s Tensor y();
          @Output(loss = MEAN_SQUARED_ERROR)
          @Formula("1 * y")                   Tensor z(Tensor y);
        }
        """
        .formatted(name, extent, layer);
  }

  private static Network network(String declaration) {
    return COMPILED.network("samples." + declaration + "Network", 9);
  }

  /** What a pass gives for a batch, while training or evaluating. */
  private static float[] forward(Network network, boolean training, int batch, float... x) {
    TrainingPass pass = network.training(batch);
    pass.training(training);
    pass.put(batch, new float[][] {x}, new float[][] {new float[x.length]});
    pass.share(batch);
    pass.forward(batch);
    float[] y = new float[x.length];
    pass.get(batch, 0, y);
    return y;
  }

  private static float[] statistic(Network network, String name) {
    return network.parameter("y." + name).get();
  }

  /** Keras's batch_normalization_test.py, the statistics of test_bachnorm_ignore_masked_values. */
  @Test
  void movesItsStatisticsAsKerasDoes() {
    Network network = network("Moving");

    forward(network, true, 4, 1, 5, 2, 5, 1, 5, 2, 5);

    assertThat(statistic(network, "movingMean")).isEqualTo(new float[] {1.5f, 5});
    assertThat(statistic(network, "movingVariance")).isEqualTo(new float[] {0.25f, 0});
  }

  /** The same file's test_masked_broadcast_normalization. */
  @Test
  void onesAreTheirOwnMean() {
    Network network = network("Moving");

    assertThat(forward(network, true, 3, 1, 1, 1, 1, 1, 1)).isEqualTo(new float[6]);
    assertThat(statistic(network, "movingMean")).isEqualTo(new float[] {1, 1});
    assertThat(statistic(network, "movingVariance")).isEqualTo(new float[] {0, 0});
  }

  @Test
  void movesByItsMomentum() {
    Network network = network("Half");

    forward(network, true, 2, 1, 5, 3, 5);
    forward(network, true, 2, 1, 5, 3, 5);

    assertThat(statistic(network, "movingMean")).isEqualTo(new float[] {1.5f, 3.75f});
    assertThat(statistic(network, "movingVariance")).isEqualTo(new float[] {1, 0.25f});
  }

  @Test
  void keepsItsStatisticsWhileEvaluating() {
    Network network = network("Half");
    network.parameter("y.movingMean").set(1, 2);
    network.parameter("y.movingVariance").set(3.999f, 0.999f);

    float[] y = forward(network, false, 2, 5, 2, 1, 3);

    assertThat(y).usingTolerance(1e-6).containsExactly(2, 0, 0, 1).inOrder();
    assertThat(statistic(network, "movingMean")).isEqualTo(new float[] {1, 2});
    assertThat(statistic(network, "movingVariance")).isEqualTo(new float[] {3.999f, 0.999f});
  }

  /** As Keras's test_trainable_behavior: with mean 0, variance 1 and ε = 1e-7, x comes through. */
  @Test
  void aFrozenLayerNormalizesByWhatItHasAndKeepsIt() {
    Network network = network("Frozen");
    float[] x = {5, -7, 12, 30};

    float[] y = forward(network, true, 2, x);

    for (int i = 0; i < 4; i++) {
      assertThat(y[i]).isWithin(1e-5f).of(x[i]);
    }
    assertThat(statistic(network, "movingMean")).isEqualTo(new float[2]);
    assertThat(network.trained()).isEqualTo(0);
  }

  @Test
  void oneExampleIsItsOwnMean() {
    Network network = network("Half");
    network.parameter("y.beta").set(3, -2);

    float[] y = forward(network, true, 1, 17, 4);
    network.training(1).backward(1);

    assertThat(y).isEqualTo(new float[] {3, -2});
    assertThat(statistic(network, "movingVariance")).isEqualTo(new float[] {0.5f, 0.5f});
    float[] gradient = new float[2];
    network.parameter("y.gamma").gradient().get(0, gradient, 0, 2);
    assertThat(gradient).isEqualTo(new float[2]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Half", "Noise", "Factor", "Alpha"})
  void evaluatesWhatItPredictsBitByBit(String declaration) {
    Network network = network(declaration);
    int extent = network.signature().inputs().get(0).size();
    float[] x = draw(20 * extent);
    forward(network, true, 20, x);

    float[] evaluated = forward(network, false, 20, x);

    assertThat((float[]) Compiled.call(network, "predict", x)).isEqualTo(evaluated);
  }

  /**
   * Keras's gaussian_noise_test.py, gaussian_dropout_test.py and alpha_dropout_test.py, each
   * test_…_correctness: the deviation of what a layer makes of 20 x 500 ones.
   */
  @ParameterizedTest
  @CsvSource({"Noise, 0.3, 0.02", "Factor, 0.65465367, 0.02", "Alpha, 1, 0.1"})
  void disturbsAsMuchAsKerasDoes(String declaration, double deviation, double tolerance) {
    float[] ones = new float[20 * 500];
    Arrays.fill(ones, 1);

    float[] y = forward(network(declaration), true, 20, ones);

    double sum = 0;
    double squares = 0;
    for (float each : y) {
      sum += each;
      squares += each * each;
    }
    double mean = sum / y.length;
    assertThat(Math.sqrt(squares / y.length - mean * mean)).isWithin(tolerance).of(deviation);
  }

  @Test
  void addsAPenaltyOverTheBatchToTheLoss() {
    Network network = network("Penalized");

    float[] y = forward(network, true, 2, 1, -2, 0, 3, 0, 0, 4, 0);

    // The mean of y² is 30 / 8; Σ|y| = 10 and Σy² = 30 are halved for the two examples.
    assertThat(network.training(2).loss(2)).isWithin(1e-5f).of(3.75f + (5f + 7.5f) / 2);
    assertThat(y).isEqualTo(new float[] {1, -2, 0, 3, 0, 0, 4, 0});
  }

  private static float[] draw(int size) {
    Random random = new Random(3);
    float[] numbers = new float[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  private static Examples examples() {
    return Examples.of(
        List.of(Column.of("measures", 5, draw(5 * 40))), List.of(Column.of("level", 1, draw(40))));
  }

  private static Trainer trainer(Network network) {
    return Trainer.of(network).batchSize(7).verbose(0);
  }

  private static float[] values(Network network) {
    float[] values = new float[network.values().length()];
    network.values().get(0, values, 0, values.length);
    return values;
  }

  @Test
  void statisticsSurviveAFile() throws IOException {
    Network trained = network("Normalized");
    trainer(trained).epochs(2).fit(examples());
    ParameterFile.save(trained, folder.resolve("file"));
    Network read = network("Normalized");

    ParameterFile.load(read, folder.resolve("file"));

    assertThat(read.parameter("normal.movingMean").get()).isNotEqualTo(new float[4]);
    assertThat(values(read)).isEqualTo(values(trained));
    assertThat((float[]) Compiled.call(read, "predict", draw(10)))
        .isEqualTo((float[]) Compiled.call(trained, "predict", draw(10)));
  }

  @Test
  void goesOnAsIfItHadNeverStopped() throws IOException {
    Network whole = network("Normalized");
    trainer(whole).epochs(5).fit(examples());

    Network first = network("Normalized");
    Trainer trainer = trainer(first).epochs(2);
    trainer.fit(examples());
    trainer.save(folder.resolve("state"));
    Network second = network("Normalized");
    trainer(second).epochs(5).resume(folder.resolve("state")).fit(examples());

    assertThat(values(second)).isEqualTo(values(whole));
  }

  @Test
  void learnsTheSameWithAnyNumberOfThreads() {
    float[][] learned = new float[3][];
    for (int threads = 1; threads <= 3; threads++) {
      Network network =
          COMPILED.network(
              "samples.NormalizedNetwork",
              9,
              Backends.open("java", Map.of("threads", "" + threads)));
      trainer(network).epochs(2).fit(examples());
      learned[threads - 1] = values(network);
    }

    for (float[] each : learned) {
      assertWithMessage("what was learned").that(each).isEqualTo(learned[0]);
    }
  }

  @Test
  void aStepAllocatesNothing() {
    Trainer trainer = trainer(network("Normalized"));
    float[][] inputs = {draw(5 * 10)};
    float[][] targets = {draw(10)};
    steps(trainer, inputs, targets);

    long least = Long.MAX_VALUE;
    for (int i = 0; i < 20 && least > 0; i++) {
      long before = allocated();
      steps(trainer, inputs, targets);
      least = Math.min(least, allocated() - before);
    }

    assertThat(least).isEqualTo(0);
  }

  private static void steps(Trainer trainer, float[][] inputs, float[][] targets) {
    for (int i = 0; i < 1_000; i++) {
      // Batches of two sizes, as at an epoch's end.
      trainer.step(i % 77 == 0 ? 8 : 10, inputs, targets);
    }
  }

  private static long allocated() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
