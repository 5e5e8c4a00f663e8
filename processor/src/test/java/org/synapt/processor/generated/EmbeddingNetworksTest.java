package org.synapt.processor.generated;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.backend.Backends;
import org.synapt.backend.java.ArrayBuffer;
import org.synapt.buffer.Buffer;
import org.synapt.data.Column;
import org.synapt.data.Dataset;
import org.synapt.data.Examples;
import org.synapt.network.InputSpec;
import org.synapt.network.Network;
import org.synapt.network.Parameter;
import org.synapt.optimizer.Adam;
import org.synapt.optimizer.Optimizer;
import org.synapt.optimizer.RMSprop;
import org.synapt.training.Evaluation;
import org.synapt.training.Trainer;

/** Networks that look up rows: what they take, what they give, and how they learn. */
final class EmbeddingNetworksTest {
  private static final String EMBEDDINGS = "words.embeddings";
  private static final Compiled COMPILED =
      Compiled.of(
          Samples.file(EmbeddingSamples.WORDS),
          Samples.file(EmbeddingSamples.SAME_WORDS),
          Samples.file(EmbeddingSamples.TABLES),
          Samples.file(EmbeddingSamples.MASKED_WORDS),
          Samples.file(EmbeddingSamples.ANY_WORDS));

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir Path folder;

  private static Network network(String declaration) {
    return COMPILED.network("samples." + declaration + "Network", 5);
  }

  private static Network words() {
    return network("Words");
  }

  private static float[] ids(Random random, int count, int below) {
    float[] ids = new float[count];
    for (int i = 0; i < count; i++) {
      // The last row is never asked for, and small numbers come often.
      ids[i] = (int) (random.nextDouble() * random.nextDouble() * (below - 1));
    }
    return ids;
  }

  /** Whole numbers for every input, and targets of 0 and 1. */
  private static Examples examples(Network network, int count) {
    Random random = new Random(7);
    List<Column> inputs =
        network.signature().inputs().stream()
            .map(input -> column(input, ids(random, count * input.size(), input.below())))
            .toList();
    List<Column> targets =
        network.signature().outputs().stream()
            .map(
                it ->
                    Column.of(it.name(), it.targetSize(), ids(random, count * it.targetSize(), 3)))
            .toList();
    return Examples.of(inputs, targets);
  }

  private static Column column(InputSpec input, float[] numbers) {
    return Column.of(input.name(), input.size(), numbers);
  }

  private static Trainer trainer(Network network, Optimizer optimizer) {
    return Trainer.of(network).optimizer(optimizer).batchSize(4).verbose(0);
  }

  private static float[] values(Network network) {
    float[] values = new float[network.parameters().stream().mapToInt(Parameter::size).sum()];
    int at = 0;
    for (Parameter parameter : network.parameters()) {
      System.arraycopy(parameter.get(), 0, values, at, parameter.size());
      at += parameter.size();
    }
    return values;
  }

  /** Keras's embedding_test.py, test_correctness: rows in the order of the numbers. */
  @Test
  void givesTheRowsThatAreAskedFor() {
    Network network = words();
    float[] table = new float[20 * 3];
    for (int i = 0; i < table.length; i++) {
      table[i] = i;
    }
    network.parameter(EMBEDDINGS).set(table);

    float[] rows =
        (float[]) Compiled.call(network, "value", "words", new float[] {2, 1, 0, 19, 2, 2});

    assertThat(rows)
        .isEqualTo(new float[] {6, 7, 8, 3, 4, 5, 0, 1, 2, 57, 58, 59, 6, 7, 8, 6, 7, 8});
  }

  /** Keras's default, uniform from -0.05 to 0.05. */
  @Test
  void startsSmall() {
    float[] start = words().parameter(EMBEDDINGS).get();

    for (float number : start) {
      assertThat(number).isWithin(0.05f).of(0);
    }
    assertThat(start[0]).isNotEqualTo(start[1]);
  }

  @Test
  void saysWhatItsInputsHold() {
    assertThat(words().signature().inputs().get(0).below()).isEqualTo(20);
    assertThat(network("Tables").signature().inputs().get(0).below()).isEqualTo(5);
    assertThat(network("SameWords").signature().inputs().get(1).below()).isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"20", "2.5", "-1", "NaN", "Infinity", "1e10"})
  void refusesWhatIsNoRowAtEveryDoor(float wrong) {
    Network network = words();
    float[] ids = ids(new Random(3), 5 * 6, 20);
    ids[2 * 6 + 4] = wrong;
    Examples examples =
        Examples.of(
            List.of(Column.of("tokens", 6, ids)), List.of(Column.of("liked", 1, new float[5])));
    float[] before = values(network);

    refuses(() -> Compiled.call(network, "predict", ids));
    refuses(() -> Compiled.call(network, "predict", 5, ids, 0, new float[5], 0));
    refuses(() -> Compiled.call(network, "value", "gist", ids));
    refuses(() -> network.predict(5, List.of(buffer(ids)), List.of(buffer(new float[5]))));
    refuses(() -> network.value("gist", 5, List.of(buffer(ids)), buffer(new float[15])));
    refuses(() -> trainer(network, Adam.defaults()).epochs(1).fit(examples));
    refuses(() -> trainer(network, Adam.defaults()).predict(examples));
    refuses(() -> Evaluation.of(network, examples));
    assertThat(values(network)).isEqualTo(before);
  }

  @Test
  void refusesADataSetWithTheExampleOfTheEpoch() {
    float[] ids = ids(new Random(3), 5 * 6, 20);
    ids[2 * 6 + 4] = 20;
    Examples examples =
        Examples.of(
            List.of(Column.of("tokens", 6, ids)), List.of(Column.of("liked", 1, new float[5])));

    RuntimeException refused =
        assertThrows(
            RuntimeException.class,
            () ->
                trainer(words(), Adam.defaults()).batchSize(2).epochs(1).fit(Dataset.of(examples)));

    assertThat(refused)
        .hasMessageThat()
        .isEqualTo(
            "tokens of example 2 of the epoch is 20, but whole numbers from 0 to 19 are taken;"
                + " inputDim = 21 would hold it, at 4");
  }

  private static Buffer buffer(float[] floats) {
    return new ArrayBuffer(floats, 0, floats.length);
  }

  private static void refuses(Executable door) {
    Throwable refused = assertThrows(Throwable.class, door);
    while (refused.getCause() != null) {
      refused = refused.getCause();
    }
    assertThat(refused).isInstanceOf(IllegalArgumentException.class);
    assertThat(refused).hasMessageThat().startsWith("tokens of example 2 is ");
    assertThat(refused).hasMessageThat().contains(" at 4");
  }

  @Test
  void refusesInAStepWhatItDidNotLookAt() {
    Network network = words();
    Trainer trainer = trainer(network, Adam.defaults());
    float[] before = values(network);

    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> trainer.step(1, new float[][] {{0, 1, 2, 3, 4, 20}}, new float[][] {{1}}));

    assertThat(refused)
        .hasMessageThat()
        .isEqualTo("ids[5] is 20.0, but the table has the rows 0 to 19");
    assertThat(values(network)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Words", "SameWords", "Tables", "MaskedWords"})
  void learnsTheSameWhetherRowsWaitOrNot(String declaration) {
    for (Optimizer optimizer : List.of(Adam.defaults(), RMSprop.defaults().momentum(0.9))) {
      Network waiting = network(declaration);
      Network moving = network(declaration);
      moving.values();

      trainer(waiting, optimizer).epochs(6).fit(examples(waiting, 30));
      trainer(moving, optimizer).epochs(6).fit(examples(moving, 30));

      assertWithMessage(declaration).that(values(waiting)).isEqualTo(values(moving));
    }
  }

  @Test
  void rowsThatAreNeverUsedStayAsTheyWere() {
    Network network = words();
    float[] before = network.parameter(EMBEDDINGS).get();

    trainer(network, Adam.defaults()).epochs(3).fit(examples(network, 30));

    float[] after = network.parameter(EMBEDDINGS).get();
    assertThat(Arrays.copyOfRange(after, 57, 60)).isEqualTo(Arrays.copyOfRange(before, 57, 60));
    assertThat(after[0]).isNotEqualTo(before[0]);
  }

  @Test
  void whoHoldsTheMemorySeesEveryStep() {
    Network network = words();
    Network other = words();
    Buffer held = network.parameter(EMBEDDINGS).value();
    Trainer trainer = trainer(network, Adam.defaults());
    Trainer otherTrainer = trainer(other, Adam.defaults());
    Random random = new Random(2);
    for (int i = 0; i < 40; i++) {
      float[][] ids = {ids(random, 6, 20)};
      trainer.step(1, ids, new float[][] {{1}});
      otherTrainer.step(1, ids, new float[][] {{1}});
      float[] now = new float[60];
      held.get(0, now, 0, 60);
      assertThat(now).isEqualTo(other.parameter(EMBEDDINGS).get());
    }
  }

  @Test
  void aPassThatIsKeptReadsRowsAsTheyAre() {
    Network network = words();
    Trainer trainer = trainer(network, Adam.defaults());
    var pass = network.prediction(1);
    Random random = new Random(2);
    for (int i = 0; i < 20; i++) {
      trainer.step(1, new float[][] {ids(random, 6, 20)}, new float[][] {{1}});
    }
    float[] asked = {3, 9, 12, 5, 0, 3};

    float[] rows = pass.value("words", 1, new float[][] {asked});

    float[] table = network.parameter(EMBEDDINGS).get();
    for (int i = 0; i < rows.length; i++) {
      assertThat(rows[i]).isEqualTo(table[((int) asked[i / 3]) * 3 + i % 3]);
    }
  }

  @Test
  void writesBetweenStepsCount() {
    Network waiting = words();
    Network moving = words();
    moving.values();
    for (Network network : List.of(waiting, moving)) {
      Trainer trainer = trainer(network, Adam.defaults());
      Random random = new Random(2);
      for (int i = 0; i < 60; i++) {
        trainer.step(1, new float[][] {ids(random, 6, 20)}, new float[][] {{1}});
        if (i % 13 == 5) {
          float[] table = network.parameter(EMBEDDINGS).get();
          table[i] = 0.25f;
          network.parameter(EMBEDDINGS).set(table);
        }
      }
    }

    assertThat(values(waiting)).isEqualTo(values(moving));
  }

  @Test
  void goesOnAsIfItHadNeverStopped() throws IOException {
    Network whole = words();
    trainer(whole, Adam.defaults()).epochs(5).fit(examples(whole, 30));

    Network first = words();
    Trainer trainer = trainer(first, Adam.defaults()).epochs(2);
    trainer.fit(examples(first, 30));
    trainer.save(folder.resolve("state"));
    Network second = words();
    trainer(second, Adam.defaults())
        .epochs(5)
        .resume(folder.resolve("state"))
        .fit(examples(second, 30));

    assertThat(values(second)).isEqualTo(values(whole));
  }

  @Test
  void learnsTheSameElsewhereAndWithAnyNumberOfThreads() {
    Network here = words();
    trainer(here, Adam.defaults()).epochs(3).fit(examples(here, 30));
    for (String threads : List.of("1", "3")) {
      Network there = words().on(Backends.open("java", Map.of("threads", threads)));
      trainer(there, Adam.defaults()).epochs(3).fit(examples(there, 30));

      assertThat(values(there)).isEqualTo(values(here));
      assertThat(values(here.on(there.backend()))).isEqualTo(values(here));
    }
  }

  @Test
  void aMaskLeavesStepsOut() {
    Network network = network("MaskedWords");
    float[] ended = {1, 2, 3, 0, 0};
    float[] otherwise = {1, 2, 3, 0, 1};

    float[] first = (float[]) Compiled.call(network, "predict", ended);
    network.parameter(EMBEDDINGS).set(changed(network.parameter(EMBEDDINGS).get()));

    assertThat((float[]) Compiled.call(network, "predict", ended)).isEqualTo(first);
    assertThat((float[]) Compiled.call(network, "predict", otherwise)).isNotEqualTo(first);
  }

  /** Another vector for 0. */
  private static float[] changed(float[] table) {
    Arrays.fill(table, 0, 3, 5f);
    return table;
  }

  @Test
  void takesSequencesOfAnyLength() {
    Network network = network("AnyWords");
    Random random = new Random(8);
    for (int length : new int[] {1, 9, 4}) {
      float[] ids = ids(random, 2 * length, 20);
      assertThat((float[]) Compiled.call(network, "predict", length, ids)).hasLength(2);
    }
  }

  @Test
  void stepsAllocateNothing() {
    Network network = words();
    Trainer trainer = trainer(network, Adam.defaults());
    Random random = new Random(2);
    float[][][] inputs = new float[50][1][];
    for (float[][] each : inputs) {
      each[0] = ids(random, 4 * 6, 20);
    }
    float[][] targets = {{1, 0, 1, 0}};

    long least = Long.MAX_VALUE;
    for (int round = 0; round < 20; round++) {
      long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
      for (float[][] each : inputs) {
        trainer.step(4, each, targets);
      }
      long after = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
      least = Math.min(least, after - before);
    }

    assertThat(least).isEqualTo(0);
  }
}
