package org.synapt.tensorboard;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synapt.backend.Backends;
import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.network.Seed;
import org.synapt.optimizer.SGD;
import org.synapt.training.Callback;
import org.synapt.training.History;
import org.synapt.training.Logs;
import org.synapt.training.Trainer;
import org.synapt.training.Training;
import org.tensorflow.util.Event;

@Tag("TensorBoard")
final class TensorBoardTest {
  private static final int COUNT = 25;

  @TempDir Path directory;

  private final Trainer trainer =
      Trainer.of(new LineNetwork(Backends.named("java"), Seed.of(7)))
          .optimizer(SGD.withLearningRate(0.125))
          .batchSize(10)
          .epochs(2)
          .verbose(0);

  private static Examples examples() {
    float[] x = new float[2 * COUNT];
    float[] y = new float[COUNT];
    for (int i = 0; i < COUNT; i++) {
      x[2 * i] = i / (float) COUNT;
      x[2 * i + 1] = 1 - i % 3;
      y[i] = 2 * x[2 * i] - x[2 * i + 1] + 0.5f;
    }
    return Examples.of(Column.of("x", 2, x), Column.of("y", 1, y));
  }

  @Test
  void writesEachEpochWhereKerasDoes() throws IOException {
    History history =
        trainer.validationSplit(0.2).callbacks(TensorBoard.to(directory)).fit(examples());

    Path train = directory.resolve("train");
    Path validation = directory.resolve("validation");
    Event first = EventFiles.events(train).get(0);
    assertThat(first.getFileVersion()).isEqualTo("brain.Event:2");
    assertThat(first.getWallTime()).isWithin(600).of(System.currentTimeMillis() / 1000.0);
    assertThat(EventFiles.tags(train))
        .containsExactly(
            "epoch_loss@0", "epoch_learning_rate@0", "epoch_loss@1", "epoch_learning_rate@1")
        .inOrder();
    assertThat(EventFiles.tags(validation))
        .containsExactly("epoch_loss@0", "epoch_loss@1")
        .inOrder();
    assertThat(EventFiles.scalars(train, "epoch_loss")).isEqualTo(floats(history.get("loss")));
    assertThat(EventFiles.scalars(validation, "epoch_loss"))
        .isEqualTo(floats(history.get("val_loss")));
    assertThat(EventFiles.scalars(train, "epoch_learning_rate")).containsExactly(0.125f, 0.125f);
  }

  private static List<Float> floats(List<Double> numbers) {
    return numbers.stream().map(Double::floatValue).toList();
  }

  @Test
  void withoutValidationThereIsNoDirectoryForIt() {
    trainer.callbacks(TensorBoard.to(directory)).fit(examples());

    assertThat(Files.exists(directory.resolve("validation"))).isFalse();
  }

  @Test
  void writesEverySecondBatch() throws IOException {
    trainer.callbacks(TensorBoard.to(directory).updateFreq(2)).fit(examples());

    // 25 examples in batches of 10 are 3 batches an epoch.
    assertThat(EventFiles.tags(directory.resolve("train")))
        .containsExactly(
            "batch_loss@2",
            "epoch_loss@0",
            "epoch_learning_rate@0",
            "batch_loss@4",
            "batch_loss@6",
            "epoch_loss@1",
            "epoch_learning_rate@1")
        .inOrder();
  }

  @Test
  void batchesCountOnWhereAnEarlierTrainingStopped() throws IOException {
    Path saved = directory.resolve("saved.safetensors");
    trainer
        .epochs(1)
        .callbacks(TensorBoard.to(directory.resolve("first")).updateFreq(2), saves(saved))
        .fit(examples());

    trainer
        .epochs(2)
        .callbacks(resumes(saved), TensorBoard.to(directory.resolve("second")).updateFreq(2))
        .fit(examples());

    assertThat(EventFiles.tags(directory.resolve("first/train")))
        .containsExactly("batch_loss@2", "epoch_loss@0", "epoch_learning_rate@0")
        .inOrder();
    assertThat(EventFiles.tags(directory.resolve("second/train")))
        .containsExactly("batch_loss@4", "batch_loss@6", "epoch_loss@1", "epoch_learning_rate@1")
        .inOrder();
  }

  private static Callback saves(Path file) {
    return new Callback() {
      private Optional<Training> training = Optional.empty();

      @Override
      public void onTrainBegin(Training begun) {
        training = Optional.of(begun);
      }

      @Override
      public void onCheckpoint(int epochsDone) {
        try {
          training.orElseThrow().save(file);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  private static Callback resumes(Path file) {
    return new Callback() {
      @Override
      public void onTrainBegin(Training training) {
        try {
          training.resume(file);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  @Test
  void writesHistogramsOfParametersAndGradients() throws IOException {
    trainer
        .epochs(3)
        .callbacks(TensorBoard.to(directory).histogramFreq(2).writeGrads())
        .fit(examples());

    assertThat(
            EventFiles.tags(directory.resolve("train")).stream()
                .filter(tag -> tag.contains("histogram")))
        .containsExactly(
            "y/weight/histogram@0",
            "y/weight/gradient/histogram@0",
            "y/bias/histogram@0",
            "y/bias/gradient/histogram@0",
            "y/weight/histogram@2",
            "y/weight/gradient/histogram@2",
            "y/bias/histogram@2",
            "y/bias/gradient/histogram@2")
        .inOrder();
  }

  @Test
  void whatWasWrittenBeforeACrashCanBeRead() throws IOException {
    Callback crash =
        new Callback() {
          @Override
          public void onEpochEnd(int epoch, Logs logs) {
            assertThat(readable()).containsAtLeast("epoch_loss@0", "epoch_learning_rate@0");
            throw new IllegalStateException("crash");
          }

          private List<String> readable() {
            try {
              return EventFiles.tags(directory.resolve("train"));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        };
    trainer.callbacks(TensorBoard.to(directory), crash);

    Exception e = assertThrows(IllegalStateException.class, () -> trainer.fit(examples()));

    assertThat(e).hasMessageThat().isEqualTo("crash");
    assertThat(EventFiles.tags(directory.resolve("train")))
        .containsExactly("epoch_loss@0", "epoch_learning_rate@0");
  }

  @Test
  void twoTrainingsWithinASecondHaveAFileEach() throws IOException {
    TensorBoard callback = TensorBoard.to(directory);
    trainer.callbacks(callback);

    trainer.fit(examples());
    trainer.fit(examples());

    try (var files = Files.list(directory.resolve("train"))) {
      assertThat(files.count()).isEqualTo(2);
    }
  }

  @Test
  void saysBeforeTheFirstStepThatItCannotWrite() throws IOException {
    Path file = Files.writeString(directory.resolve("runs"), "a file, not a directory");
    Callback steps =
        new Callback() {
          @Override
          public void onBatchBegin(int batch) {
            throw new AssertionError("trained");
          }

          @Override
          public void onTrainBegin(Training training) {}
        };
    trainer.callbacks(TensorBoard.to(file), steps);

    Exception e = assertThrows(UncheckedIOException.class, () -> trainer.fit(examples()));

    assertThat(e).hasMessageThat().contains("cannot be written to " + file);
    assertThat(Files.readString(file)).isEqualTo("a file, not a directory");
  }

  @Test
  void refusesFrequenciesThatMeanNothing() {
    TensorBoard callback = TensorBoard.to(directory);

    assertThrows(IllegalArgumentException.class, () -> callback.updateFreq(0));
    assertThrows(IllegalArgumentException.class, () -> callback.histogramFreq(-1));
  }
}
