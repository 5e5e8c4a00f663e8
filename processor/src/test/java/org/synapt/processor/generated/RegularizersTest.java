package org.synapt.processor.generated;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.network.Network;
import org.synapt.network.Parameter;
import org.synapt.optimizer.Adam;
import org.synapt.optimizer.SGD;
import org.synapt.persistence.ParameterFile;
import org.synapt.persistence.ParameterFileException;
import org.synapt.training.Evaluation;
import org.synapt.training.Trainer;

/** Regularizers, constraints and frozen layers of compiled networks, in training. */
final class RegularizersTest {
  /** As the documentation of Keras 3's regularizers has it. */
  private static final String DOCUMENTED =
      """
      /** Ones, penalized twice. */
      @Network
      interface Documented {
        @Input(shape = 5)                          Tensor x();
        @Output(loss = MEAN_SQUARED_ERROR, weight = 3)
        @Dense(units = 5, kernelInitializer = @Initialize(Initializer.ONES),
            kernelRegularizer = @Regularize(l1 = 0.01),
            activityRegularizer = @Regularize(l2 = 0.01))
        Tensor y();
      }
      """;

  /** Rows of the same names and shapes: files of one are for the others. */
  private static String variant(String name, String first, String second) {
    return """
        /** One of several that differ in what is trained, and how. */
        @Network
        interface %s {
          @Input(shape = 4)                                Tensor x();
          @Dense(units = 6, activation = TANH%s)           Tensor hidden();
          @Output(loss = MEAN_SQUARED_ERROR)
          @Dense(units = 2%s)                              Tensor y();
        }
        """
        .formatted(name, first, second);
  }

  private static final String L2 = ", kernelRegularizer = @Regularize(l2 = 0.1)";
  private static final String L1 = ", kernelRegularizer = @Regularize(l1 = 0.1)";
  private static final String ACTIVITY = ", activityRegularizer = @Regularize(l1 = 0.01)";
  private static final String MAX_NORM =
      ", kernelConstraint = @Constrain(value = Constraint.MAX_NORM, maxValue = 0.5)";
  private static final String NON_NEG = ", kernelConstraint = @Constrain(Constraint.NON_NEG)";
  private static final String FROZEN = ", trainable = false";

  private static final String TWO =
      """
      /** Two outputs that share a penalized row. */
      @Network
      interface Two {
        @Input(shape = 4)                                Tensor x();
        @Dense(units = 3, kernelRegularizer = @Regularize(l2 = 0.5))
        Tensor hidden();
        @Output(loss = MEAN_SQUARED_ERROR, weight = 2)
        @Dense(units = 1)                                Tensor level(Tensor hidden);
        @Output(loss = MEAN_SQUARED_ERROR)
        @Dense(units = 1)                                Tensor slope(Tensor hidden);
      }
      """;

  private static final Compiled COMPILED =
      Compiled.of(
          Samples.file(DOCUMENTED),
          Samples.file(TWO),
          Samples.file(variant("Plain", "", "")),
          Samples.file(variant("OfL1", L1, L1)),
          Samples.file(variant("OfL2", L2, L2)),
          Samples.file(variant("Everything", L2 + ACTIVITY + MAX_NORM, L1 + NON_NEG)),
          Samples.file(variant("FineTuned", FROZEN + L2 + MAX_NORM, L2)),
          Samples.file(variant("Frozen", FROZEN, FROZEN)));

  @TempDir private Path folder;

  private static Network network(String declaration) {
    return COMPILED.network("samples." + declaration + "Network", 9);
  }

  private static Trainer quiet(Network network) {
    return Trainer.of(network).verbose(0);
  }

  private static float[] draw(int size) {
    Random random = new Random(size);
    float[] numbers = new float[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  private static Examples examples(int count) {
    return Examples.of(
        Arrays.asList(Column.of("x", 4, draw(4 * count))),
        Arrays.asList(Column.of("y", 2, draw(2 * count))));
  }

  private static double squares(Network network, String parameter) {
    double squares = 0;
    for (float number : network.parameter(parameter).get()) {
      squares += (double) number * number;
    }
    return squares;
  }

  private static float[] all(Network network) {
    float[] all = new float[network.values().length()];
    network.values().get(0, all, 0, all.length);
    return all;
  }

  /**
   * Keras 3, documentation of {@code Regularizer}: kernel of ones, 5 x 5, L1(0.01), and activity
   * L2(0.01) on 5 examples of twos: 0.25 and, after dividing by 5 examples, 5.0.
   */
  @Test
  @Tag("R1")
  @Tag("R2")
  @Tag("R3")
  void givesWhatTheDocumentationOfKerasSays() {
    float[] twos = new float[25];
    Arrays.fill(twos, 2);
    float[] tens = new float[25];
    Arrays.fill(tens, 10);
    Examples examples =
        Examples.of(Arrays.asList(Column.of("x", 5, twos)), Arrays.asList(Column.of("y", 5, tens)));

    assertThat(quiet(network("Documented")).evaluate(examples).loss()).isWithin(1e-5).of(5.25);
    assertThat(quiet(network("Documented")).trainOnBatch(examples).loss()).isWithin(1e-5).of(5.25);
  }

  @Test
  @Tag("R1")
  void theWeightsOfExamplesLeavePenaltiesAsTheyAre() {
    float[] twos = new float[25];
    Arrays.fill(twos, 2);
    float[] nines = new float[25];
    Arrays.fill(nines, 9);
    Examples examples =
        Examples.of(Arrays.asList(Column.of("x", 5, twos)), Arrays.asList(Column.of("y", 5, nines)))
            .weighted(0, 0, 5, 0, 0);

    assertThat(quiet(network("Documented")).evaluate(examples).loss()).isWithin(1e-5).of(3 + 5.25);
  }

  @Test
  @Tag("R1")
  void aPenaltyCountsOnceWhateverTheOutputs() {
    Network network = network("Two");
    Examples examples =
        Examples.of(
            Arrays.asList(Column.of("x", 4, draw(48))),
            Arrays.asList(Column.of("level", 1, draw(12)), Column.of("slope", 1, draw(12))));
    Evaluation evaluation = quiet(network).evaluate(examples);

    double level = evaluation.value("level_loss");
    double slope = evaluation.value("slope_loss");
    double penalty = 0.5 * squares(network, "hidden.weight");
    assertThat(evaluation.loss()).isWithin(1e-5).of(2 * level + slope + penalty);
  }

  @Test
  @Tag("R3")
  @Tag("R5")
  void l2KeepsWeightsSmallAndLeavesBiases() {
    Network plain = network("Plain");
    Network small = network("OfL2");
    quiet(plain).optimizer(SGD.withLearningRate(0.05)).epochs(40).fit(examples(40));
    quiet(small).optimizer(SGD.withLearningRate(0.05)).epochs(40).fit(examples(40));

    assertThat(squares(small, "hidden.weight")).isLessThan(squares(plain, "hidden.weight") / 3);
    assertThat(squares(small, "y.bias")).isGreaterThan(squares(plain, "y.bias") / 3);
  }

  /** Where examples say nothing, only the sign pulls: each step takes lr · l1 off every weight. */
  @Test
  @Tag("R2")
  void l1TakesAsMuchOffEveryWeight() {
    Network network = network("OfL1");
    float[] before = network.parameter("hidden.weight").get();
    Examples nothing =
        Examples.of(
            Arrays.asList(Column.of("x", 4, new float[8])),
            Arrays.asList(Column.of("y", 2, new float[4])));

    quiet(network).optimizer(SGD.withLearningRate(0.5)).trainOnBatch(nothing);

    float[] after = network.parameter("hidden.weight").get();
    for (int i = 0; i < before.length; i++) {
      assertThat(after[i]).isWithin(1e-6f).of(before[i] - 0.05f * Math.signum(before[i]));
    }
  }

  @Test
  void constraintsHoldBehindEveryStep() {
    Network network = network("Everything");
    Trainer trainer = quiet(network).optimizer(SGD.withLearningRate(0.5));
    for (int step = 0; step < 5; step++) {
      trainer.trainOnBatch(examples(10 + step));
      float[] weight = network.parameter("hidden.weight").get();
      for (int unit = 0; unit < 6; unit++) {
        double squares = 0;
        for (int in = 0; in < 4; in++) {
          squares += (double) weight[in * 6 + unit] * weight[in * 6 + unit];
        }
        assertThat(Math.sqrt(squares)).isLessThan(0.5 + 1e-5);
      }
      for (float number : network.parameter("y.weight").get()) {
        assertThat(number).isAtLeast(0f);
      }
    }
  }

  @Test
  void frozenParametersStayAsTheyAre() {
    Network network = network("FineTuned");
    float[] weight = network.parameter("hidden.weight").get();
    float[] bias = network.parameter("hidden.bias").get();
    float[] trained = network.parameter("y.weight").get();

    quiet(network).optimizer(Adam.defaults()).epochs(3).fit(examples(30));

    assertThat(network.parameter("hidden.weight").get()).isEqualTo(weight);
    assertThat(network.parameter("hidden.bias").get()).isEqualTo(bias);
    assertThat(network.parameter("y.weight").get()).isNotEqualTo(trained);
    assertThat(network.gradients().length()).isEqualTo(6 * 2 + 2);
  }

  @Test
  void noCodeIsWrittenForGradientsOfWhatIsFrozen() {
    String source = COMPILED.sources().get("samples.FineTunedNetwork");

    assertThat(source).doesNotContain("hiddenWeight.gradient()");
    assertThat(source).doesNotContain("hiddenBias.gradient()");
    assertThat(source).doesNotContain("void hiddenBackward");
    assertThat(source).contains("yWeight.gradient()");
    assertThat(source).doesNotContain("constrained(");
  }

  @Test
  void aNetworkThatIsFrozenAsAWholePredictsAndSaysWhyItDoesNotTrain() {
    Network network = network("Frozen");
    float[] predicted = (float[]) Compiled.call(network, "predict", draw(12));

    assertThat(predicted).hasLength(3 * 2);
    assertThat(Evaluation.of(network, examples(12)).loss()).isGreaterThan(0.0);
    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> quiet(network).fit(examples(12)));
    assertThat(thrown).hasMessageThat().contains("nothing to train");
  }

  @Test
  void aFileIsForEveryNetworkOfTheSameRowsHoweverTheyAreTrained() throws IOException {
    Network saved = network("Plain");
    quiet(saved).fit(examples(40));
    Path file = folder.resolve("weights");
    ParameterFile.save(saved, file);

    for (String other : new String[] {"OfL2", "Everything", "FineTuned", "Frozen"}) {
      Network network = COMPILED.network("samples." + other + "Network", 1);
      ParameterFile.load(network, file);
      for (Parameter parameter : saved.parameters()) {
        assertWithMessage("%s of %s", parameter, other)
            .that(network.parameter(parameter.name()).get())
            .isEqualTo(parameter.get());
      }
    }
  }

  @Test
  void goesOnAsIfItHadNeverStopped() throws IOException {
    Network whole = network("Everything");
    quiet(whole).optimizer(Adam.defaults()).batchSize(7).epochs(4).fit(examples(40));

    Trainer first = quiet(network("Everything")).optimizer(Adam.defaults()).batchSize(7).epochs(2);
    first.fit(examples(40));
    first.save(folder.resolve("state"));
    Network second = network("Everything");
    quiet(second)
        .optimizer(Adam.defaults())
        .batchSize(7)
        .epochs(4)
        .resume(folder.resolve("state"))
        .fit(examples(40));

    assertThat(all(second)).isEqualTo(all(whole));
  }

  @Test
  void refusesTheStateOfATrainingThatLeftOutWhatIsTrainedNow() throws IOException {
    Path state = folder.resolve("state");
    Trainer tuned = quiet(network("FineTuned")).optimizer(Adam.defaults());
    tuned.fit(examples(10));
    tuned.save(state);
    Network plain = network("Plain");
    float[] before = all(plain);

    ParameterFileException thrown =
        assertThrows(
            ParameterFileException.class,
            () -> quiet(plain).optimizer(Adam.defaults()).resume(state));

    assertThat(thrown).hasMessageThat().contains("hidden.weight");
    assertThat(all(plain)).isEqualTo(before);
  }

  @Test
  void aStepAllocatesNothing() {
    Trainer trainer = quiet(network("Everything")).optimizer(Adam.defaults());
    float[][] inputs = {draw(40)};
    float[][] targets = {draw(20)};
    steps(trainer, inputs, targets);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();

    long least = Long.MAX_VALUE;
    for (int window = 0; window < 5; window++) {
      long before = threads.getThreadAllocatedBytes(thread);
      steps(trainer, inputs, targets);
      least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
    }

    assertThat(least).isEqualTo(0);
  }

  private static void steps(Trainer trainer, float[][] inputs, float[][] targets) {
    for (int i = 0; i < 1_000; i++) {
      trainer.step(i % 77 == 0 ? 8 : 10, inputs, targets);
    }
  }
}
