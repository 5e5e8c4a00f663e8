package org.synapt.training;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.synapt.training.LineData.network;
import static org.synapt.training.LineData.points;
import static org.synapt.training.LineData.quiet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synapt.network.LinearNetwork;
import org.synapt.optimizer.Adam;
import org.synapt.optimizer.SGD;
import org.synapt.persistence.ParameterFile;
import org.synapt.persistence.ParameterFileException;

final class ResumeTest {
  @TempDir Path folder;

  @Test
  void goesOnAsIfItHadNeverStopped() throws IOException {
    LinearNetwork whole = network();
    quiet(whole).batchSize(7).epochs(5).fit(points(40));

    LinearNetwork first = network();
    Trainer trainer = quiet(first).batchSize(7).epochs(2);
    trainer.fit(points(40));
    trainer.save(folder.resolve("state"));
    LinearNetwork second = network();
    History history =
        quiet(second).batchSize(7).epochs(5).resume(folder.resolve("state")).fit(points(40));

    assertThat(history.epochs()).containsExactly(2, 3, 4).inOrder();
    assertThat(TrainerTest.bytes(second)).isEqualTo(TrainerTest.bytes(whole));
  }

  @Test
  void savesFromACallbackBehindAnEpoch() throws IOException {
    Path file = folder.resolve("state");
    LinearNetwork whole = network();
    quiet(whole).epochs(4).callbacks(new Saver(file, 1)).fit(points(40));

    LinearNetwork resumed = network();
    quiet(resumed).epochs(4).resume(file).fit(points(40));

    assertThat(TrainerTest.bytes(resumed)).isEqualTo(TrainerTest.bytes(whole));
  }

  /** Saves behind one epoch. */
  private static final class Saver implements Callback {
    private final Path file;
    private final int epoch;
    private Training training;

    Saver(Path file, int epoch) {
      this.file = file;
      this.epoch = epoch;
    }

    @Override
    public void onTrainBegin(Training begun) {
      training = begun;
    }

    @Override
    public void onEpochEnd(int ended, Logs logs) {
      try {
        if (ended == epoch) {
          training.save(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void keepsALearningRateThatWasSet() throws IOException {
    Path file = folder.resolve("state");
    quiet(network()).learningRate(0.25).save(file);
    Trainer trainer = quiet(network()).resume(file);

    assertThat(trainer.learningRate()).isEqualTo(0.25);
  }

  @Test
  void refusesTheStateOfAnotherOptimizer() throws IOException {
    Path file = folder.resolve("state");
    quiet(network()).optimizer(SGD.defaults().momentum(0.9)).save(file);
    Trainer trainer = quiet(network()).optimizer(Adam.defaults());

    ParameterFileException thrown =
        assertThrows(ParameterFileException.class, () -> trainer.resume(file));
    assertThat(thrown).hasMessageThat().contains("trained with sgd");
  }

  @Test
  void refusesTheStateOfAnotherSeed() throws IOException {
    Path file = folder.resolve("state");
    quiet(network()).save(file);
    LinearNetwork other = LinearNetwork.of(LineData.backend(1), 8, 2, "mean_squared_error");
    float[] before = TrainerTest.bytes(other);

    ParameterFileException thrown =
        assertThrows(ParameterFileException.class, () -> quiet(other).resume(file));
    assertThat(thrown).hasMessageThat().contains("seed 7, but the network has seed 8");
    assertThat(TrainerTest.bytes(other)).isEqualTo(before);
  }

  @Test
  void takesHyperparametersInAnyOrder() throws IOException {
    Path file = folder.resolve("state");
    quiet(network()).learningRate(0.25).save(file);
    // As another program would write the file: same length, other order.
    exchange(
        file,
        "\"synapt.optimizer.lr\":\"0.001\",\"synapt.optimizer.beta_1\":\"0.9\"",
        "\"synapt.optimizer.beta_1\":\"0.9\",\"synapt.optimizer.lr\":\"0.001\"");

    assertThat(quiet(network()).resume(file).learningRate()).isEqualTo(0.25);
  }

  @ParameterizedTest
  @CsvSource({
    "learning_rate, 0.001, '-0.01'",
    "learning_rate, 0.001, '  NaN'",
    "iteration, 10, -1",
    "epoch, 10, -1"
  })
  void refusesAStateThatCannotBeAndChangesNothing(String name, String number, String other)
      throws IOException {
    Path file = folder.resolve("state");
    Trainer trainer = quiet(network()).batchSize(10).epochs(10);
    trainer.fit(points(10));
    trainer.save(file);
    exchange(file, "synapt." + name + "\":\"" + number, "synapt." + name + "\":\"" + other);
    LinearNetwork network = LinearNetwork.of(LineData.backend(1), 7, 2, "mean_squared_error");
    network.parameter("y.bias").set(3);
    float[] before = TrainerTest.bytes(network);

    assertThrows(ParameterFileException.class, () -> quiet(network).resume(file));

    assertThat(TrainerTest.bytes(network)).isEqualTo(before);
  }

  private static void exchange(Path file, String from, String to) throws IOException {
    assertThat(to).hasLength(from.length());
    String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    assertThat(bytes).contains(from);
    Files.write(file, bytes.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void refusesAFileThatHoldsParametersAlone() throws IOException {
    Path file = folder.resolve("parameters");
    ParameterFile.save(network(), file);

    ParameterFileException thrown =
        assertThrows(ParameterFileException.class, () -> quiet(network()).resume(file));
    assertThat(thrown).hasMessageThat().contains("no training state");
  }

  @Test
  void callbacksThatHaveSeenNothingRememberNothing() throws IOException {
    Path file = folder.resolve("before");
    quiet(network()).validationSplit(0.25).callbacks(patient()).save(file);

    History history =
        quiet(network())
            .validationSplit(0.25)
            .epochs(5)
            .callbacks(patient())
            .resume(file)
            .fit(points(20));

    assertThat(history.epochs()).containsExactly(0, 1, 2, 3, 4).inOrder();
  }

  private static Callback[] patient() {
    return new Callback[] {
      EarlyStopping.monitor("val_loss").patience(2), ReduceLROnPlateau.monitor("val_loss")
    };
  }
}
