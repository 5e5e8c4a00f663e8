package org.synapt.csv;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.training.BackupAndRestore;
import org.synapt.training.Callback;
import org.synapt.training.LambdaCallback;
import org.synapt.training.Trainer;

final class CSVLoggerTest {
  private static final Examples EXAMPLES =
      Examples.of(Column.of("x", 1, new float[4]), Column.of("y", 1, new float[4]));

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("log.csv");
  }

  private static Trainer trainer() {
    return Trainer.of(new StillNetwork()).verbose(0);
  }

  private String log() throws IOException {
    return Files.readString(file());
  }

  @Test
  void writesALineForEachEpoch() throws IOException {
    trainer().epochs(2).callbacks(CSVLogger.to(file())).fit(EXAMPLES);

    assertThat(log()).isEqualTo("epoch,loss\n0,0.5\n1,0.5\n");
  }

  @Test
  @Tag("X3")
  void leavesCellsEmptyBehindEpochsWithoutAValidation() throws IOException {
    trainer()
        .epochs(4)
        .validationSplit(0.5)
        .validationFreq(2)
        .callbacks(CSVLogger.to(file()))
        .fit(EXAMPLES);

    assertThat(log()).isEqualTo("epoch,loss,val_loss\n0,0.5,\n1,0.5,0.5\n2,0.5,\n3,0.5,0.5\n");
  }

  @Test
  void separatesAsTold() throws IOException {
    trainer().callbacks(CSVLogger.to(file()).separator(';')).fit(EXAMPLES);

    assertThat(log()).isEqualTo("epoch;loss\n0;0.5\n");
    assertThrows(IllegalArgumentException.class, () -> CSVLogger.to(file()).separator('"'));
  }

  @Test
  void hasEachLineOnTheDiskBeforeTheNextEpoch() {
    StringBuilder seen = new StringBuilder();

    trainer()
        .epochs(2)
        .callbacks(
            CSVLogger.to(file()),
            LambdaCallback.empty()
                .onEpochBegin(
                    epoch -> {
                      try {
                        seen.append(log().length()).append(' ');
                      } catch (IOException e) {
                        throw new UncheckedIOException(e);
                      }
                    }))
        .fit(EXAMPLES);

    assertThat(seen.toString()).isEqualTo("11 17 ");
  }

  @Test
  void replacesAnOlderLogOrAddsToIt() throws IOException {
    Files.writeString(file(), "epoch,loss\n7,0.25");

    trainer().callbacks(CSVLogger.to(file()).append()).fit(EXAMPLES);
    assertThat(log()).isEqualTo("epoch,loss\n7,0.25\n0,0.5\n");

    trainer().callbacks(CSVLogger.to(file())).fit(EXAMPLES);
    assertThat(log()).isEqualTo("epoch,loss\n0,0.5\n");
  }

  @Test
  void addsToNoLogOfOtherColumns() throws IOException {
    Files.writeString(file(), "epoch,acc\n7,0.25\n");

    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> trainer().callbacks(CSVLogger.to(file()).append()).fit(EXAMPLES));

    assertThat(thrown)
        .hasMessageThat()
        .contains("has the columns [epoch, acc], but this training reports [epoch, loss]");
    assertThat(log()).isEqualTo("epoch,acc\n7,0.25\n");
  }

  /** Cuts the power at the end of an epoch, before or behind the line is written. */
  private static Callback cut(int at) {
    IntConsumer power =
        epoch -> {
          if (epoch == at) {
            throw new IllegalStateException("power cut");
          }
        };
    return LambdaCallback.empty().onEpochEnd((epoch, logs) -> power.accept(epoch));
  }

  private void train(boolean append, Callback first, Callback last) {
    CSVLogger logger = CSVLogger.to(file());
    trainer()
        .epochs(4)
        .callbacks(
            first,
            BackupAndRestore.in(folder.resolve("backup")),
            append ? logger.append() : logger,
            last)
        .fit(EXAMPLES);
  }

  @Test
  void writesNoLineTwiceWhereverThePowerIsCut() throws IOException {
    for (boolean append : new boolean[] {false, true}) {
      for (int epoch = 0; epoch < 4; epoch++) {
        for (boolean before : new boolean[] {false, true}) {
          Files.deleteIfExists(file());
          Callback cut = cut(epoch);
          Callback never = cut(-1);

          assertThrows(
              IllegalStateException.class,
              () -> train(append, before ? cut : never, before ? never : cut));
          train(append, never, never);

          assertThat(log()).isEqualTo("epoch,loss\n0,0.5\n1,0.5\n2,0.5\n3,0.5\n");
        }
      }
    }
  }

  @Test
  void cutsNothingOffAFileThatIsNotTheOneItLeft() throws IOException {
    assertThrows(IllegalStateException.class, () -> train(true, cut(2), cut(-1)));
    Files.writeString(file(), "epoch,loss\n0,0.125\n1,0.125\n2,0.125\n");

    train(true, cut(-1), cut(-1));

    assertThat(log()).isEqualTo("epoch,loss\n0,0.125\n1,0.125\n2,0.125\n2,0.5\n3,0.5\n");
  }

  @Test
  void goesOnFromTrainersFile() throws IOException {
    Path state = folder.resolve("state");
    Trainer first = trainer().epochs(2).callbacks(CSVLogger.to(file()));
    first.fit(EXAMPLES);
    first.save(state);

    trainer().epochs(3).callbacks(CSVLogger.to(file())).resume(state).fit(EXAMPLES);

    assertThat(log()).isEqualTo("epoch,loss\n0,0.5\n1,0.5\n2,0.5\n");
  }

  @Test
  void saysWhereItCannotWrite() throws IOException {
    Files.writeString(folder.resolve("plain"), "");
    Path file = folder.resolve("plain").resolve("log.csv");

    assertThrows(
        UncheckedIOException.class, () -> trainer().callbacks(CSVLogger.to(file)).fit(EXAMPLES));
  }
}
