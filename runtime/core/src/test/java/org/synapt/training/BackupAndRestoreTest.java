package org.synapt.training;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.synapt.training.LineData.network;
import static org.synapt.training.LineData.points;
import static org.synapt.training.LineData.quiet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synapt.network.LinearNetwork;
import org.synapt.persistence.Notes;

final class BackupAndRestoreTest {
  @TempDir Path folder;

  /** Stands for a power cut. */
  private static final class Cut extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Cuts the power at one of all calls of hooks, wherever it stands among the callbacks. */
  private static final class Cutter implements Callback {
    private int left;

    Cutter(int left) {
      this.left = left;
    }

    private void call() {
      if (left-- == 0) {
        throw new Cut();
      }
    }

    @Override
    public void onTrainBegin(Training training) {
      call();
    }

    @Override
    public void onEpochBegin(int epoch) {
      call();
    }

    @Override
    public void onBatchBegin(int batch) {
      call();
    }

    @Override
    public void onBatchEnd(int batch, Logs logs) {
      call();
    }

    @Override
    public void onEpochEnd(int epoch, Logs logs) {
      call();
    }

    @Override
    public void onCheckpoint(int epochsDone) {
      call();
    }
  }

  /** What a user might write: adds up losses, and writes the sum down. */
  private static final class Sum implements Callback {
    private double sum;

    @Override
    public void onTrainBegin(Training training) {
      sum = 0;
    }

    @Override
    public void onEpochEnd(int epoch, Logs logs) {
      sum += logs.value("loss");
    }

    @Override
    public void onSave(Notes notes) {
      notes.put("sum", sum);
    }

    @Override
    public void onResume(Notes notes) {
      sum = notes.number("sum");
    }
  }

  private static final int NEVER = Integer.MAX_VALUE;

  /** All that can be told of a training: its history, what was summed up, every file. */
  private static String run(Path in, Callback first, Callback last) throws IOException {
    LinearNetwork network = network();
    Sum sum = new Sum();
    Trainer trainer =
        quiet(network)
            .batchSize(8)
            .epochs(3)
            .validationSplit(0.25)
            .learningRate(0.5)
            .callbacks(
                first,
                EarlyStopping.monitor("val_loss").patience(2).restoreBestWeights(),
                BackupAndRestore.in(in.resolve("backup")),
                EarlyStopping.monitor("loss").patience(3).minDelta(0.01),
                LearningRateScheduler.of((epoch, rate) -> rate * 0.9),
                ReduceLROnPlateau.monitor("val_loss").patience(1).factor(0.5).cooldown(1),
                ModelCheckpoint.to(in.resolve("best")).saveBestOnly().saveWeightsOnly(),
                ModelCheckpoint.to(in.resolve("every-{epoch}")).everyEpochs(2),
                sum,
                last);
    History history = trainer.fit(points(20));
    trainer.save(in.resolve("final"));
    return history.epochs() + " " + history + " " + sum.sum + "\n" + files(in);
  }

  private static String files(Path in) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> found = Files.walk(in)) {
      for (Path file : found.filter(Files::isRegularFile).sorted().collect(Collectors.toList())) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        text.append(in.relativize(file)).append(' ').append(bytes.hashCode()).append('\n');
      }
    }
    return text.toString();
  }

  @Test
  void goesOnAsIfNothingHadBeenWhereverThePowerIsCut() throws IOException {
    String whole =
        run(Files.createDirectory(folder.resolve("whole")), new Cutter(NEVER), new Cutter(NEVER));
    int calls = 0;
    boolean cut = true;
    while (cut) {
      cut = false;
      for (boolean first : new boolean[] {true, false}) {
        Path in = Files.createDirectory(folder.resolve(calls + "-" + first));
        Cutter cutter = new Cutter(calls);
        Cutter other = new Cutter(NEVER);
        try {
          run(in, first ? cutter : other, first ? other : cutter);
        } catch (Cut e) {
          cut = true;
          run(in, new Cutter(NEVER), new Cutter(NEVER));
        }
        String message = "cut at call " + calls + (first ? " of the first" : " of the last");
        assertWithMessage(message).that(rerun(in, whole)).isEqualTo(whole);
      }
      calls++;
    }
    assertThat(calls).isAtLeast(20);
  }

  /** The files say the same whoever wrote them; the history is what the last run returned. */
  private static String rerun(Path in, String whole) throws IOException {
    return whole.substring(0, whole.indexOf('\n') + 1) + files(in);
  }

  @Test
  void returnsTheWholeHistory() throws IOException {
    Path wholeFolder = Files.createDirectory(folder.resolve("whole"));
    String whole = run(wholeFolder, new Cutter(NEVER), new Cutter(NEVER));
    Path in = Files.createDirectory(folder.resolve("cut"));
    assertThrows(Cut.class, () -> run(in, new Cutter(17), new Cutter(NEVER)));
    assertThat(Files.exists(in.resolve("backup/backup.safetensors"))).isTrue();

    assertThat(run(in, new Cutter(NEVER), new Cutter(NEVER))).isEqualTo(whole);
  }

  @Test
  void survivesBeingKilledFiveTimes() throws IOException, InterruptedException {
    Random random = new Random(7);
    Path killed = Files.createDirectory(folder.resolve("killed"));
    for (int i = 0; i < 5; i++) {
      Process process = start(killed);
      awaitBegin(process);
      Thread.sleep(30 + random.nextInt(220));
      assertWithMessage("ended before it was killed").that(process.isAlive()).isTrue();
      process.destroyForcibly();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
    Process last = start(killed);
    awaitBegin(last);
    assertThat(last.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(last.exitValue()).isEqualTo(0);

    Path whole = Files.createDirectory(folder.resolve("whole"));
    KilledTraining.train(whole, new Callback() {});

    assertThat(files(killed)).isEqualTo(files(whole));
    assertThat(Files.readAllBytes(killed.resolve(KilledTraining.FINAL)))
        .isEqualTo(Files.readAllBytes(whole.resolve(KilledTraining.FINAL)));
    assertThat(Files.readString(killed.resolve(KilledTraining.HISTORY))).startsWith("[0, 1, 2");
  }

  private static Process start(Path in) throws IOException {
    return new ProcessBuilder(
            Paths.get(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            KilledTraining.class.getName(),
            in.toString())
        .redirectErrorStream(true)
        .start();
  }

  private static void awaitBegin(Process process) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    assertThat(lines.readLine()).isEqualTo("begun");
  }

  @Test
  void deletesTheBackupWhereTrainingEndsUnlessTold() throws IOException {
    Path file = folder.resolve("backup.safetensors");

    quiet(network()).callbacks(BackupAndRestore.in(folder)).fit(points(4));
    assertThat(Files.exists(file)).isFalse();

    quiet(network()).callbacks(BackupAndRestore.in(folder).deleteCheckpoint(false)).fit(points(4));
    assertThat(Files.exists(file)).isTrue();
  }

  @Test
  void trainsNoFurtherIfAllEpochsAreDone() throws IOException {
    LinearNetwork first = network();
    quiet(first)
        .epochs(2)
        .callbacks(BackupAndRestore.in(folder).deleteCheckpoint(false))
        .fit(points(4));
    LinearNetwork second = network();

    History history = quiet(second).epochs(2).callbacks(BackupAndRestore.in(folder)).fit(points(4));

    assertThat(history.epochs()).containsExactly(0, 1).inOrder();
    assertThat(TrainerTest.bytes(second)).isEqualTo(TrainerTest.bytes(first));
  }

  @Test
  void staysEndedIfSomebodyHadEndedTraining() throws IOException {
    Callback stopping = EarlyStopping.monitor("loss").mode(Mode.MAX).patience(2);
    quiet(network())
        .epochs(50)
        .callbacks(BackupAndRestore.in(folder).deleteCheckpoint(false), stopping)
        .fit(points(4));

    History history =
        quiet(network())
            .epochs(50)
            .callbacks(
                BackupAndRestore.in(folder),
                EarlyStopping.monitor("loss").mode(Mode.MAX).patience(2))
            .fit(points(4));

    assertThat(history.epochs()).containsExactly(0, 1, 2).inOrder();
  }

  @Test
  void refusesTheBackupOfAnotherNetworkAndSaysWhatToDo() throws IOException {
    quiet(network()).callbacks(BackupAndRestore.in(folder).deleteCheckpoint(false)).fit(points(4));
    LinearNetwork other = LinearNetwork.of(LineData.backend(1), 7, 2, "mean_absolute_error");
    LinearNetwork seeded = LinearNetwork.of(LineData.backend(1), 8, 2, "mean_squared_error");
    float[] before = TrainerTest.bytes(seeded);

    quiet(other).callbacks(BackupAndRestore.in(folder.resolve("other"))).fit(points(4));
    UncheckedIOException thrown =
        assertThrows(
            UncheckedIOException.class,
            () -> quiet(seeded).callbacks(BackupAndRestore.in(folder)).fit(points(4)));

    assertThat(thrown).hasMessageThat().contains("seed 7, but the network has seed 8");
    assertThat(thrown).hasMessageThat().contains("to begin anew, or put back what has changed");
    assertThat(TrainerTest.bytes(seeded)).isEqualTo(before);
  }

  @Test
  void refusesADamagedBackupAndLeavesIt() throws IOException {
    Path file = folder.resolve("backup.safetensors");
    Files.write(file, new byte[] {1, 2, 3});

    assertThrows(
        UncheckedIOException.class,
        () -> quiet(network()).callbacks(BackupAndRestore.in(folder)).fit(points(4)));

    assertThat(Files.readAllBytes(file)).isEqualTo(new byte[] {1, 2, 3});
  }

  @Test
  void tellsTwoOfAClassApart() throws IOException {
    Path file = folder.resolve("state");
    Sum first = new Sum();
    Sum second = new Sum();
    second.sum = 2;
    Trainer trainer = quiet(network());
    trainer.callbacks(first, second);
    first.sum = 1;
    trainer.save(file);
    Sum firstAgain = new Sum();
    Sum secondAgain = new Sum();
    double[] sums = new double[2];

    quiet(network())
        .resume(file)
        .callbacks(
            firstAgain,
            secondAgain,
            LambdaCallback.empty()
                .onEpochBegin(
                    epoch -> {
                      sums[0] = firstAgain.sum;
                      sums[1] = secondAgain.sum;
                    }))
        .fit(points(4));

    assertThat(sums).isEqualTo(new double[] {1, 2});
  }

  @Test
  @Tag("P1")
  void goesOnFromTrainersFileWithWhatCallbacksRemember() throws IOException {
    Path file = folder.resolve("state");
    Trainer trainer = quiet(network()).epochs(2);
    trainer.callbacks(EarlyStopping.monitor("loss").mode(Mode.MAX).patience(4)).fit(points(4));
    trainer.save(file);

    History history =
        quiet(network())
            .epochs(50)
            .callbacks(EarlyStopping.monitor("loss").mode(Mode.MAX).patience(4))
            .resume(file)
            .fit(points(4));

    // Epoch 1 was the first bad one.
    assertThat(history.epochs()).containsExactly(2, 3, 4).inOrder();
  }

  @Test
  void savesAgainWhatWasTakenUpButNotYetUsed() throws IOException {
    Path file = folder.resolve("state");
    Path again = folder.resolve("again");
    Sum sum = new Sum();
    sum.sum = 3;
    quiet(network()).callbacks(sum).save(file);

    quiet(network()).callbacks(new Sum()).resume(file).save(again);

    assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(file));
  }

  @Test
  void beginsAnewWhereAnotherNumberIsMonitored() throws IOException {
    Path file = folder.resolve("state");
    Trainer trainer = quiet(network()).epochs(3);
    trainer.callbacks(EarlyStopping.monitor("loss").mode(Mode.MAX).patience(9)).fit(points(4));
    trainer.save(file);

    History history =
        quiet(network())
            .epochs(50)
            .validationData(points(2))
            .callbacks(EarlyStopping.monitor("val_loss").mode(Mode.MAX).patience(2))
            .resume(file)
            .fit(points(4));

    assertThat(history.epochs()).containsExactly(3, 4, 5).inOrder();
  }

  @Test
  void saysWhoseMemoryCannotBe() throws IOException {
    Path file = folder.resolve("state");
    Callback lying =
        new Callback() {
          @Override
          public void onSave(Notes notes) {
            notes.put("wait", -1);
          }

          @Override
          public void onResume(Notes notes) {
            throw new AssertionError("is another class");
          }
        };
    Counting counting = new Counting();
    counting.count = -1;
    quiet(network()).callbacks(lying, counting).save(file);

    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> quiet(network()).callbacks(new Counting()).resume(file).fit(points(4)));

    assertThat(thrown)
        .hasMessageThat()
        .isEqualTo("what was saved for Counting cannot be: count is -1.0, not a count");
  }

  /** Counts in vain. */
  private static final class Counting implements Callback {
    private int count;

    @Override
    public void onSave(Notes notes) {
      notes.put("count", count);
    }

    @Override
    public void onResume(Notes notes) {
      count = notes.count("count");
    }
  }

  @Test
  void leavesNothingBehindInItsFolder() throws IOException {
    Path left = folder.resolve("backup.safetensors.01234567-89ab-cdef-0123-456789abcdef.0.part");
    Files.write(left, new byte[] {1});

    quiet(network()).callbacks(BackupAndRestore.in(folder)).fit(points(4));

    try (Stream<Path> found = Files.list(folder)) {
      List<Path> files = found.collect(Collectors.toList());
      assertThat(files).isEmpty();
    }
  }

  /** Cuts the power between the callbacks in front of it and those behind, after one epoch. */
  private static final class CutAtCheckpoint implements Callback {
    @Override
    public void onCheckpoint(int epochsDone) {
      if (epochsDone == 1) {
        throw new Cut();
      }
    }
  }

  @Test
  void holdsNoEpochAsDoneBeforeItsCheckpointIsWritten() {
    Callback backup = BackupAndRestore.in(folder.resolve("backup"));
    Callback every = ModelCheckpoint.to(folder.resolve("every-{epoch}"));
    assertThrows(
        Cut.class,
        () ->
            quiet(network())
                .epochs(2)
                .callbacks(backup, new CutAtCheckpoint(), every)
                .fit(points(4)));

    quiet(network()).epochs(2).callbacks(backup, every).fit(points(4));

    assertThat(Files.exists(folder.resolve("every-1"))).isTrue();
    assertThat(Files.exists(folder.resolve("every-2"))).isTrue();
  }
}
