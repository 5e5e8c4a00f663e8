package org.synapt.processor.generated;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.backend.java.ArrayBuffer;
import org.synapt.buffer.Buffer;
import org.synapt.data.Column;
import org.synapt.data.Dataset;
import org.synapt.data.Examples;
import org.synapt.network.InputSpec;
import org.synapt.network.Network;
import org.synapt.network.OutputSpec;
import org.synapt.network.PredictionPass;
import org.synapt.network.TrainingPass;
import org.synapt.optimizer.SGD;
import org.synapt.persistence.ParameterFile;
import org.synapt.training.Evaluation;
import org.synapt.training.Trainer;

/**
 * Networks whose batches decide how long they are do what those of a fixed length do, to the bit.
 *
 * <p>Where a mean is taken, lengths are powers of two: a network of a fixed length folds the number
 * into its formulas, which rounds elsewhere for others.
 */
final class AnyExtentsTest {
  private static final int BATCH = 3;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final Compiled COMPILED =
      Compiled.of(
          Samples.file(AnySamples.TAGGER),
          fixed(AnySamples.TAGGER, "Tagger", 4, 1),
          fixed(AnySamples.TAGGER, "Tagger", 7, 1),
          fixed(AnySamples.TAGGER, "Tagger", 8, 1),
          Samples.file(AnySamples.MATCHER),
          fixed(AnySamples.MATCHER, "Matcher", 2, 4),
          fixed(AnySamples.MATCHER, "Matcher", 8, 4));

  private final Random random = new Random(8);

  private static String fixed(String declaration, String name, int any, int any2) {
    return Samples.file(AnySamples.fixed(declaration, name, fixedName(name, any, any2), any, any2));
  }

  private static String fixedName(String name, int any, int any2) {
    return name + "Of" + any + "And" + any2;
  }

  private static Network network(String name) {
    return COMPILED.network("samples." + name + "Network", 9);
  }

  private static Network fixed(String name, int[] extents) {
    int any2 = extents.length == 1 ? 1 : extents[1];
    return network(fixedName(name, extents[0], any2));
  }

  private static int[] extents(String text) {
    return Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  private float[] draw(int size) {
    float[] numbers = new float[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = random.nextFloat() - 0.5f;
    }
    return numbers;
  }

  private float[][] inputs(Network network, int[] extents) {
    return network.signature().inputs().stream()
        .map(input -> draw(BATCH * input.size(extents)))
        .toArray(float[][]::new);
  }

  private float[][] targets(Network network, int[] extents) {
    List<float[]> targets = new ArrayList<>();
    for (OutputSpec output : network.signature().outputs()) {
      float[] target = draw(BATCH * output.targetSize(extents));
      if (output.loss().startsWith("sparse")) {
        for (int i = 0; i < target.length; i++) {
          target[i] = random.nextInt(5);
        }
      }
      targets.add(target);
    }
    return targets.toArray(float[][]::new);
  }

  private static void copyParameters(Network from, Network to) {
    for (int i = 0; i < from.parameters().size(); i++) {
      to.parameters().get(i).set(from.parameters().get(i).get());
    }
  }

  private static float[] read(Buffer buffer) {
    float[] floats = new float[buffer.length()];
    buffer.get(0, floats, 0, floats.length);
    return floats;
  }

  private static float gradients(TrainingPass pass, float[][] inputs, float[][] targets, int step) {
    pass.put(BATCH, inputs, targets);
    pass.training(true);
    pass.step(step);
    pass.share(BATCH);
    pass.forward(BATCH);
    float loss = pass.loss(BATCH);
    pass.backward(BATCH);
    return loss;
  }

  @ParameterizedTest
  @CsvSource({"Tagger, 4", "Tagger, 7", "Tagger, 8", "Matcher, 2 4", "Matcher, 8 4"})
  void predictsAsANetworkOfThatLength(String name, String lengths) {
    int[] extents = extents(lengths);
    Network any = network(name);
    Network fixed = fixed(name, extents);
    float[][] inputs = inputs(any, extents);

    for (String row : any.signature().rowNames()) {
      PredictionPass pass = any.prediction(BATCH, extents);

      assertWithMessage(row)
          .that(pass.value(row, BATCH, inputs))
          .isEqualTo(fixed.prediction(BATCH).value(row, BATCH, inputs));
    }
  }

  @Test
  void trainsAsNetworksOfThoseLengthsInTurns() {
    trainsInTurns("Tagger", new int[] {4}, new int[] {8});
    trainsInTurns("Matcher", new int[] {2, 4}, new int[] {8, 4});
  }

  private void trainsInTurns(String name, int[]... lengths) {
    Network any = network(name);
    for (int step = 0; step < 6; step++) {
      int[] extents = lengths[step % lengths.length];
      Network fixed = fixed(name, extents);
      copyParameters(any, fixed);
      float[][] inputs = inputs(any, extents);
      float[][] targets = targets(any, extents);

      float loss = gradients(any.training(BATCH, extents), inputs, targets, step);
      float expected = gradients(fixed.training(BATCH), inputs, targets, step);

      assertThat(loss).isEqualTo(expected);
      assertThat(read(any.gradients())).isEqualTo(read(fixed.gradients()));
      any.values().put(0, moved(any), 0, any.trained());
    }
  }

  private static float[] moved(Network network) {
    float[] values = read(network.values());
    float[] gradients = read(network.gradients());
    for (int i = 0; i < gradients.length; i++) {
      values[i] -= 0.1f * gradients[i];
    }
    return values;
  }

  @Test
  void hasGradientsThatAgreeWithCentralDifferences() {
    int[] extents = {3, 5};
    Network network = network("Matcher");
    float[][] inputs = inputs(network, extents);
    float[][] targets = targets(network, extents);
    TrainingPass pass = network.training(BATCH, extents);
    gradients(pass, inputs, targets, 0);
    float[] gradients = read(network.gradients());
    float[] values = read(network.values());
    float step = 2e-3f;

    for (int i = 0; i < gradients.length; i += 7) {
      float[] changed = values.clone();
      changed[i] = values[i] + step;
      network.values().put(0, changed, 0, changed.length);
      float above = gradients(pass, inputs, targets, 0);
      changed[i] = values[i] - step;
      network.values().put(0, changed, 0, changed.length);
      float below = gradients(pass, inputs, targets, 0);

      assertWithMessage("gradient %s", i)
          .that(gradients[i])
          .isWithin(5e-3f)
          .of((above - below) / (2 * step));
    }
  }

  @Test
  void keepsThePassOfALengthThatComesAgain() {
    Network network = network("Tagger");

    TrainingPass four = network.training(BATCH, 4);
    TrainingPass seven = network.training(BATCH, 7);

    assertThat(network.training(BATCH, 4)).isNotSameInstanceAs(seven);
    assertThat(network.training(2, 7)).isSameInstanceAs(seven);
    assertThat(four).isNotSameInstanceAs(seven);
  }

  @Test
  void aShorterLengthNeedsNoMemoryOfItsOwn() {
    Network network = network("Tagger");

    Buffer eight = network.prediction(BATCH, 8).outputs().get(0);
    Buffer four = network.prediction(BATCH, 4).outputs().get(0);

    assertThat(four.overlaps(eight)).isTrue();
  }

  @Test
  void fitsADataSetOfSeveralLengths() {
    Network network = network("Tagger");
    Network inSteps = network("Tagger");
    List<Examples> chunks = new ArrayList<>();
    Trainer byHand = Trainer.of(inSteps).optimizer(SGD.withLearningRate(0.1));
    for (int length : new int[] {4, 8, 4, 7}) {
      float[][] inputs = inputs(network, new int[] {length});
      float[][] targets = targets(network, new int[] {length});
      chunks.add(examples(network, inputs, targets, length));
      byHand.step(BATCH, inputs, targets);
    }
    Trainer trainer = Trainer.of(network).optimizer(SGD.withLearningRate(0.1)).batchSize(BATCH);

    trainer.epochs(1).fit(Dataset.generate(chunks::iterator));

    assertThat(read(network.values())).isEqualTo(read(inSteps.values()));
  }

  private static Examples examples(
      Network network, float[][] inputs, float[][] targets, int... extents) {
    List<Column> in = new ArrayList<>();
    for (int i = 0; i < inputs.length; i++) {
      InputSpec input = network.signature().inputs().get(i);
      in.add(Column.of(input.name(), input.size(extents), inputs[i]));
    }
    List<Column> out = new ArrayList<>();
    for (int i = 0; i < targets.length; i++) {
      OutputSpec output = network.signature().outputs().get(i);
      out.add(Column.of(output.name(), output.targetSize(extents), targets[i]));
    }
    return Examples.of(in, out);
  }

  @Test
  void aStepAllocatesNothingForLengthsThatWereThere() {
    Network network = network("Tagger");
    Trainer trainer = Trainer.of(network).optimizer(SGD.withLearningRate(0.1));
    float[][][] inputs = {inputs(network, new int[] {4}), inputs(network, new int[] {7})};
    float[][][] targets = {targets(network, new int[] {4}), targets(network, new int[] {7})};
    long least = Long.MAX_VALUE;

    for (int window = 0; window < 8; window++) {
      long before = allocated();
      for (int i = 0; i < 1_000; i++) {
        trainer.step(BATCH, inputs[i % 2], targets[i % 2]);
      }
      least = Math.min(least, allocated() - before);
    }

    assertThat(least).isEqualTo(0);
  }

  private static long allocated() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  @Test
  void measuresEveryStep() {
    Network network = network("Tagger");
    float[][] inputs = inputs(network, new int[] {7});
    float[] predictions = (float[]) Compiled.call(network, "predict", 7, inputs[0]);
    float[] best = new float[BATCH * 7];
    for (int i = 0; i < best.length; i++) {
      best[i] = largest(predictions, i * 5);
    }
    best[4] = (best[4] + 1) % 5;

    Evaluation evaluation =
        Evaluation.of(network, examples(network, inputs, new float[][] {best}, 7));

    assertThat(evaluation.value("acc")).isWithin(1e-6).of(20.0 / 21);
  }

  private static int largest(float[] values, int from) {
    int largest = 0;
    for (int j = 1; j < 5; j++) {
      if (values[from + j] > values[from + largest]) {
        largest = j;
      }
    }
    return largest;
  }

  @Test
  void predictsForBuffersOfTheLengthThatTheyHave() {
    Network network = network("Matcher");
    float[][] inputs = inputs(network, new int[] {3, 5});
    List<Buffer> given = new ArrayList<>();
    for (float[] input : inputs) {
      given.add(new ArrayBuffer(input, 0, input.length));
    }
    float[] answer = new float[BATCH * 2];
    float[] where = new float[BATCH * 3 * 2];

    network.predict(
        BATCH,
        given,
        List.of(
            new ArrayBuffer(answer, 0, answer.length), new ArrayBuffer(where, 0, where.length)));

    PredictionPass pass = network.prediction(BATCH, 3, 5);
    assertThat(answer).isEqualTo(pass.value("answer", BATCH, inputs));
    assertThat(where).isEqualTo(pass.value("where", BATCH, inputs));
  }

  @Test
  void saysWhichColumnsDoNotFitTogether() {
    Network network = network("Tagger");
    Examples examples =
        Examples.of(Column.of("words", 12, new float[24]), Column.of("tag", 5, new float[10]));

    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> Evaluation.of(network, examples));

    assertThat(thrown)
        .hasMessageThat()
        .isEqualTo(
            "tag [any] has 5 floats for each example, but Tagger takes 4: any is 4 in words [any,"
                + " 3] of 12");
  }

  @Test
  void saysWhatIsNoMultiple() {
    Network network = network("Tagger");
    Examples examples =
        Examples.of(Column.of("words", 11, new float[22]), Column.of("tag", 5, new float[10]));

    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> Evaluation.of(network, examples));

    assertThat(thrown)
        .hasMessageThat()
        .isEqualTo("words has 11 floats for each example, which are no [any, 3]");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -4})
  void needsExtentsThatCount(int any) {
    Network network = network("Tagger");

    assertThrows(IllegalArgumentException.class, () -> network.prediction(1, any));
  }

  @Test
  void needsAsManyExtentsAsItHas() {
    Network network = network("Matcher");

    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> network.prediction(1));

    assertThat(thrown)
        .hasMessageThat()
        .isEqualTo(
            "Matcher has the inputs [question [any, 4], text [any2, 4]]: it takes 2 extents beside"
                + " the batch, not 0");
  }

  @Test
  void comesBackFromAFileAndElsewhere(@TempDir Path folder) throws Exception {
    Network network = network("Tagger");
    float[][] inputs = inputs(network, new int[] {7});
    float[] expected = network.prediction(BATCH, 7).value("tag", BATCH, inputs);
    ParameterFile.save(network, folder.resolve("tagger"));
    Network loaded = COMPILED.network("samples.TaggerNetwork", 10);

    ParameterFile.load(loaded, folder.resolve("tagger"));
    Network copy = loaded.on(network.backend());

    assertThat(copy.prediction(BATCH, 7).value("tag", BATCH, inputs)).isEqualTo(expected);
  }

  @Test
  void showsWhatEachBatchDecidesInItsSummary() {
    assertThat(network("Tagger").summary()).contains("(None, any, 5)");
  }
}
