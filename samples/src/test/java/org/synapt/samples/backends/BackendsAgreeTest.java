package org.synapt.samples.backends;

import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.network.Compare;
import org.synapt.network.InputSpec;
import org.synapt.network.Network;
import org.synapt.network.OutputSpec;
import org.synapt.network.Parameter;
import org.synapt.optimizer.SGD;
import org.synapt.training.Trainer;

/** The networks of the samples give on every backend what they give in plain Java. */
final class BackendsAgreeTest {
  private static final int EXAMPLES = 5;

  /** Sums in other orders, through twenty layers. */
  private static final float PREDICTED = 2e-4f;

  /** The same, through three steps forth and back. */
  private static final double TRAINED = 2e-3;

  @TestFactory
  Stream<DynamicTest> everyRowIsWhatJavaComputes() {
    return SampleNetworks.tests(BackendsAgreeTest::compareRows, "onednn", "nd4j");
  }

  @TestFactory
  Stream<DynamicTest> trainingChangesParametersAsInJava() {
    return SampleNetworks.tests(BackendsAgreeTest::compareTraining, "onednn", "nd4j");
  }

  private static void compareRows(Network network) {
    Compare.Differences differences =
        Compare.backends(network, inputs(network).toArray(float[][]::new));

    assertWithMessage("%s", differences).that(differences.worst().relative()).isLessThan(PREDICTED);
  }

  private static void compareTraining(Network network) {
    assumeTrue(network.trained() > 0, "its filters are made by hand");
    try (Backend java = Backends.named("java");
        Network reference = network.on(java)) {
      train(network);
      train(reference);
      for (Parameter parameter : network.parameters()) {
        float[] expected = reference.parameter(parameter.name()).get();
        assertWithMessage("%s", parameter)
            .that(distance(parameter.get(), expected))
            .isLessThan(TRAINED);
      }
    }
  }

  /** With a rate so small that rectifiers' corners and dropouts do not tell the two apart. */
  private static void train(Network network) {
    Trainer trainer = Trainer.of(network).optimizer(SGD.withLearningRate(1e-3f));
    float[][] inputs = inputs(network).toArray(float[][]::new);
    float[][] targets = targets(network).toArray(float[][]::new);
    for (int i = 0; i < 3; i++) {
      trainer.step(EXAMPLES, inputs, targets);
    }
  }

  private static Stream<float[]> inputs(Network network) {
    Random random = new Random(5);
    return network.signature().inputs().stream()
        .map(InputSpec::size)
        .map(
            size -> {
              float[] values = new float[EXAMPLES * size];
              for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
              }
              return values;
            });
  }

  /** A class for each example. */
  private static Stream<float[]> targets(Network network) {
    return network.signature().outputs().stream()
        .map(OutputSpec::targetSize)
        .map(
            size -> {
              float[] values = new float[EXAMPLES * size];
              for (int i = 0; i < EXAMPLES; i++) {
                values[i * size + i % size] = 1;
              }
              return values;
            });
  }

  /** The norm of the difference as a share of the norm. */
  private static double distance(float[] found, float[] expected) {
    double apart = 0;
    double norm = 0;
    for (int i = 0; i < expected.length; i++) {
      double difference = (double) found[i] - expected[i];
      apart += difference * difference;
      norm += (double) expected[i] * expected[i];
    }
    return Math.sqrt(apart / Math.max(norm, 1e-12));
  }
}
