package org.synapt.processor.generated;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.network.Network;
import org.synapt.optimizer.RMSprop;
import org.synapt.persistence.ParameterFile;
import org.synapt.persistence.Transfer;
import org.synapt.training.Evaluation;
import org.synapt.training.Trainer;

/** Words that are padded, read by a layer with a memory: what training keeps, and what files do. */
@Tag("L14")
final class StatefulTrainingTest {
  private static final String DIALOGUE =
      """
      /** Who speaks next, from what was said, sentence by sentence. */
      @Network
      interface Dialogue {
        @Input(shape = 5, batchSize = 4)                     Tensor words();
        @Embedding(inputDim = 9, outputDim = 3, maskZero = true)
        Tensor meanings();
        @LSTM(units = 4, stateful = true, dropout = 0.2, recurrentDropout = 0.1)
        Tensor memory();
        @Output(loss = BINARY_CROSSENTROPY)
        @Dense(units = 1, activation = SIGMOID)              Tensor next();
      }
      """;

  private static final Compiled COMPILED =
      Compiled.of(
          Samples.file(DIALOGUE),
          Samples.file(
              DIALOGUE.replace("Dialogue", "Monologue").replace("batchSize = 4", "batchSize = 1")),
          Samples.file(
              DIALOGUE
                  .replace("Dialogue", "Forgetful")
                  .replace("stateful = true, ", "")
                  .replace(", batchSize = 4", "")));

  @TempDir Path folder;

  private static Network network(String declaration) {
    return COMPILED.network("samples." + declaration + "Network", 3);
  }

  /** Twelve sentences, padded behind. */
  private static Examples examples() {
    float[] words = new float[12 * 5];
    float[] next = new float[12];
    for (int i = 0; i < next.length; i++) {
      next[i] = i / 3 % 2;
      for (int j = 0; j <= i % 5; j++) {
        words[i * 5 + j] = 1 + (7 * i + 3 * j) % 8;
      }
    }
    return Examples.of(List.of(Column.of("words", 5, words)), List.of(Column.of("next", 1, next)));
  }

  private static Trainer trainer(Network network) {
    return Trainer.of(network)
        .optimizer(RMSprop.withLearningRate(1e-2).clipNorm(1))
        .batchSize(4)
        .shuffle(false)
        .verbose(0);
  }

  private byte[] trained(Network network, int epochs, String file) throws IOException {
    return saved(trainer(network).epochs(epochs), file);
  }

  private byte[] saved(Trainer trainer, String file) throws IOException {
    trainer.fit(examples());
    trainer.save(folder.resolve(file));
    return Files.readAllBytes(folder.resolve(file));
  }

  @Test
  void aTrainingThatIsTakenUpEndsWithTheSameBytes() throws IOException {
    byte[] whole = trained(network("Dialogue"), 6, "whole");
    trained(network("Dialogue"), 2, "begun");

    byte[] resumed =
        saved(trainer(network("Dialogue")).epochs(6).resume(folder.resolve("begun")), "resumed");

    assertThat(resumed).isEqualTo(whole);
  }

  @Test
  void anEvaluationBeginsWithoutMemoryAndLeavesItAsItWas() {
    Network network = network("Dialogue");
    double before = Evaluation.of(network, examples()).loss();
    Compiled.call(network, "predict", new float[] {1, 2, 3, 0, 0});
    float[] memory = network.parameter("memory.hidden").get();

    assertThat(Evaluation.of(network, examples()).loss()).isEqualTo(before);
    assertThat(network.parameter("memory.hidden").get()).isEqualTo(memory);
    assertThat(memory).isNotEqualTo(new float[16]);
  }

  @Test
  void shuffledExamplesAreRefused() {
    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class,
            () -> trainer(network("Dialogue")).shuffle(true).fit(examples()));

    assertThat(refused)
        .hasMessageThat()
        .isEqualTo(
            "Dialogue has stateful rows, whose batches go on where the batch before ended; say"
                + " shuffle(false), and give the examples in that order");
  }

  @Test
  void aBatchNeedsAStateForEachOfItsExamples() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> network("Dialogue").training(5));

    assertThat(refused)
        .hasMessageThat()
        .isEqualTo(
            "Dialogue has states for batches of 4 examples, not 5; take smaller batches, or state"
                + " batchSize = 5 at its inputs");
  }

  @Test
  void aNetworkForOtherBatchesTakesEverythingButTheStates() throws IOException {
    Network four = network("Dialogue");
    trainer(four).fit(examples());
    ParameterFile.save(four, folder.resolve("file"));
    Network one = network("Monologue");

    ParameterFile.load(one, folder.resolve("file"));

    assertThat(one.parameter("memory.kernel").get())
        .isEqualTo(four.parameter("memory.kernel").get());
    assertThat(one.parameter("memory.cell").get()).isEqualTo(new float[4]);
  }

  @Test
  void soDoesOneWithoutMemoryAndBack() throws IOException {
    Network remembers = network("Dialogue");
    trainer(remembers).fit(examples());
    Network forgets = network("Forgetful");
    Network again = network("Dialogue");

    Transfer.from(remembers).into(forgets);
    ParameterFile.save(forgets, folder.resolve("file"));
    Transfer.from(folder.resolve("file")).into(again);

    assertThat(again.parameter("memory.recurrentKernel").get())
        .isEqualTo(remembers.parameter("memory.recurrentKernel").get());
  }
}
