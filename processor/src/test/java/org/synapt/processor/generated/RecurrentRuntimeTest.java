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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.backend.Backends;
import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.network.Network;
import org.synapt.network.Parameter;
import org.synapt.persistence.ParameterFile;
import org.synapt.training.Trainer;

/** Recurrent networks at work: what they remember, learn and keep. */
@Tag("L14")
final class RecurrentRuntimeTest {
  private static final Compiled COMPILED =
      Compiled.of(
          Samples.file(SequenceSamples.MEMORY),
          Samples.file(SequenceSamples.STACKED),
          Samples.file(SequenceSamples.ANY_LENGTH),
          Samples.file(
              SequenceSamples.ANY_LENGTH
                  .replace("AnyLength", "OneLength")
                  .replace("Input.ANY", "6")),
          Samples.file(
              """
              /** Keras's test_statefulness. */
              @Network
              interface Stateful {
                @Input(shape = {3, 4}, batchSize = 2)  Tensor x();
                @Output(loss = MEAN_SQUARED_ERROR)
                @LSTM(units = 4, stateful = true)      Tensor y();
              }
              """),
          Samples.file(
              """
              /** Keras's test_return_state. */
              @Network
              interface States {
                @Input(shape = {4, 3})                 Tensor x();
                @Bidirectional
                @LSTM(units = 2)                       Tensor y();
                @State(StateKind.CELL)                 Tensor c(Tensor y);
                @State(direction = Direction.BACKWARD) Tensor h(Tensor y);
                @Concatenate                           Tensor all(Tensor y, Tensor c, Tensor h);
                @Output(loss = MEAN_SQUARED_ERROR)
                @Dense(units = 1)                      Tensor z();
              }
              """));

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir Path folder;

  private static Network network(String declaration) {
    return COMPILED.network("samples." + declaration + "Network", 9);
  }

  /** As in Keras's tests: 0.01, 0.02 and 0.03, but 1 for the gate f. */
  private static Network withConstants(String declaration) {
    Network network = network(declaration);
    for (Parameter parameter : network.parameters()) {
      String name = parameter.name();
      float[] numbers = new float[parameter.size()];
      Arrays.fill(
          numbers, name.endsWith("Kernel") ? 0.02f : name.endsWith("kernel") ? 0.01f : 0.03f);
      if (name.endsWith("bias")) {
        Arrays.fill(numbers, numbers.length / 4, numbers.length / 2, 1);
      }
      if (parameter.trained()) {
        parameter.set(numbers);
      }
    }
    return network;
  }

  private static float[] counting(int size) {
    float[] numbers = new float[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = i;
    }
    return numbers;
  }

  private static float[] predict(Network network, float... x) {
    return (float[]) Compiled.call(network, "predict", x);
  }

  /** Keras's lstm_test.py, test_statefulness. */
  @Test
  void goesOnWhereItEndedAsKerasDoes() {
    Network network = withConstants("Stateful");
    double[] second = {
      0.3124785, 0.3124785, 0.3124785, 0.3124785, 0.6863672, 0.6863672, 0.6863672, 0.6863672
    };

    float[] first = predict(network, counting(24));
    assertThat(first).usingTolerance(1e-5).containsNoneOf(0.3124785, 0.6863672);
    Comparison.compare("what it gives then", predict(network, counting(24)), second);

    network.resetStates();
    assertThat(predict(network, counting(24))).isEqualTo(first);
    Comparison.compare("what it gives then", predict(network, counting(24)), second);
  }

  @Test
  void remembersForEveryExampleByItself() {
    Network network = withConstants("Stateful");
    predict(network, counting(24));
    float[] both = network.parameter("y.hidden").get();

    network.resetStates();
    predict(network, counting(12));

    float[] one = network.parameter("y.hidden").get();
    assertThat(Arrays.copyOf(one, 4)).isEqualTo(Arrays.copyOf(both, 4));
    assertThat(Arrays.copyOfRange(one, 4, 8)).isEqualTo(new float[4]);
  }

  /** Keras's bidirectional_test.py, test_return_state. */
  @Test
  void hasTheStatesThatKerasReturns() {
    Network network = withConstants("States");
    float[] x = counting(24);

    Comparison.compare(
        "y",
        (float[]) Compiled.call(network, "value", "y", x),
        0.1990008,
        0.1990008,
        0.12659755,
        0.12659755,
        0.52335435,
        0.52335435,
        0.44717982,
        0.44717982);
    Comparison.compare(
        "c",
        (float[]) Compiled.call(network, "value", "c", x),
        0.35567185,
        0.35567185,
        0.2501858,
        0.2501858,
        1.0492687,
        1.0492687,
        0.941473,
        0.941473);
    Comparison.compare(
        "h",
        (float[]) Compiled.call(network, "value", "h", x),
        0.12659755,
        0.12659755,
        0.44717982,
        0.44717982);
  }

  /** A network that learns how long its sequences are from each batch knows no less for that. */
  @Test
  void doesTheSameForSequencesOfAnyLength() {
    Network any = network("AnyLength");
    Network one = network("OneLength");
    float[] words = draw(6 * 3 * 4);
    Arrays.fill(words, 0, 3, 0);
    Arrays.fill(words, 6 * 3 - 6, 6 * 3, 0);
    float[] level = {1, 2, 3, 4};

    assertThat((float[]) Compiled.call(any, "predict", 6, words)).isEqualTo(predict(one, words));
    assertThat((float[]) Compiled.call(any, "wordsGradient", 6, words, level))
        .usingTolerance(1e-6)
        .containsExactly((float[]) Compiled.call(one, "wordsGradient", words, level))
        .inOrder();
    assertThat((float[]) Compiled.call(any, "predict", 3, Arrays.copyOf(words, 9))).hasLength(1);
  }

  private static float[] draw(int size) {
    Random random = new Random(3);
    float[] numbers = new float[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  private static Examples examples(Network network) {
    int size = network.signature().inputs().get(0).size();
    String input = network.signature().inputs().get(0).name();
    return Examples.of(
        List.of(Column.of(input, size, draw(size * 30))), List.of(Column.of("level", 1, draw(30))));
  }

  private static Trainer trainer(Network network) {
    return Trainer.of(network).batchSize(3).shuffle(false).verbose(0);
  }

  private static float[] values(Network network) {
    float[] values = new float[network.values().length()];
    network.values().get(0, values, 0, values.length);
    return values;
  }

  @ParameterizedTest
  @ValueSource(strings = {"Memory", "Stacked"})
  void learnsWhatItIsShown(String declaration) {
    Network network = network(declaration);
    Examples examples = examples(network);
    double before = trainer(network).epochs(1).fit(examples).last("loss");

    double after = trainer(network).epochs(60).fit(examples).last("loss");

    assertThat(after).isLessThan(before * 0.8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Memory", "Stacked"})
  void goesOnAsIfItHadNeverStopped(String declaration) throws IOException {
    Network whole = network(declaration);
    trainer(whole).epochs(5).fit(examples(whole));

    Network first = network(declaration);
    Trainer trainer = trainer(first).epochs(2);
    trainer.fit(examples(first));
    trainer.save(folder.resolve("state"));
    Network second = network(declaration);
    trainer(second).epochs(5).resume(folder.resolve("state")).fit(examples(second));

    assertThat(values(second)).isEqualTo(values(whole));
  }

  @Test
  void aMemorySurvivesAFile() throws IOException {
    Network network = network("Memory");
    predict(network, draw(24));
    ParameterFile.save(network, folder.resolve("file"));
    Network read = network("Memory");

    ParameterFile.load(read, folder.resolve("file"));

    assertThat(read.parameter("memory.cell").get()).isNotEqualTo(new float[15]);
    assertThat(predict(read, draw(24))).isEqualTo(predict(network, draw(24)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Memory", "Stacked"})
  void learnsTheSameWithAnyNumberOfThreads(String declaration) {
    float[][] learned = new float[3][];
    for (int threads = 1; threads <= 3; threads++) {
      Network network =
          COMPILED.network(
              "samples." + declaration + "Network",
              9,
              Backends.open("java", Map.of("threads", "" + threads)));
      trainer(network).epochs(2).fit(examples(network));
      learned[threads - 1] = values(network);
    }

    for (float[] each : learned) {
      assertWithMessage("what was learned").that(each).isEqualTo(learned[0]);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Memory", "Stacked"})
  void aStepAllocatesNothing(String declaration) {
    Network network = network(declaration);
    Trainer trainer = trainer(network);
    float[][] inputs = {draw(network.signature().inputs().get(0).size() * 3)};
    float[][] targets = {draw(3)};
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
    for (int i = 0; i < 500; i++) {
      trainer.step(i % 77 == 0 ? 2 : 3, inputs, targets);
    }
  }

  private static long allocated() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
