package org.synapt.report;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synapt.metric.ConfusionMatrix;
import org.synapt.training.Callback;
import org.synapt.training.Evaluation;
import org.synapt.training.History;
import org.synapt.training.Logs;
import org.synapt.training.Trainer;
import org.synapt.training.Training;

@Tag("TrainingReport")
final class TrainingReportTest {
  @TempDir Path directory;

  private final BlobsNetwork network = Trainings.network();
  private final Trainer trainer = Trainings.trainer(network).epochs(3);

  @AfterEach
  void close() {
    network.close();
  }

  private Path page() {
    return directory.resolve("reports/report.html");
  }

  /** What the page's script reads. */
  private static JsonObject data(Path page) throws IOException {
    String text = Files.readString(page);
    String begin = "<script type=\"application/json\" id=\"data\">";
    int from = text.indexOf(begin) + begin.length();
    return JsonParser.parseString(text.substring(from, text.indexOf("</script>", from)))
        .getAsJsonObject();
  }

  private static List<Double> curve(JsonObject data, int chart, int series) {
    List<Double> curve = new ArrayList<>();
    JsonArray all =
        data.getAsJsonArray("charts").get(chart).getAsJsonObject().getAsJsonArray("series");
    for (JsonElement number : all.get(series).getAsJsonObject().getAsJsonArray("values")) {
      curve.add(number.isJsonNull() ? Double.NaN : number.getAsDouble());
    }
    return curve;
  }

  @Test
  void showsWhatTheHistoryHolds() throws IOException {
    History history =
        trainer
            .validationSplit(0.25)
            .callbacks(TrainingReport.to(page()))
            .fit(Trainings.examples(80));

    JsonObject data = data(page());
    assertThat(data.get("title").getAsString()).isEqualTo("Blobs");
    assertThat(data.get("status").getAsString()).startsWith("3 of 3 epochs in ");
    assertThat(data.get("state").getAsString()).isEqualTo("FINISHED");
    assertThat(data.get("epochs").toString()).isEqualTo("[1,2,3]");
    assertThat(curve(data, 0, 0)).isEqualTo(history.get("loss"));
    assertThat(curve(data, 0, 1)).isEqualTo(history.get("val_loss"));
    assertThat(curve(data, 1, 0)).isEqualTo(history.get("acc"));
    assertThat(curve(data, 1, 1)).isEqualTo(history.get("val_acc"));
    assertThat(curve(data, 2, 0)).containsExactly(0.001, 0.001, 0.001);
  }

  @Test
  void showsTheNetworkAndTheSettings() throws IOException {
    trainer.callbacks(TrainingReport.to(page())).fit(Trainings.examples(80));

    JsonObject data = data(page());
    assertThat(data.getAsJsonArray("rows").toString())
        .contains(
            "{\"name\":\"hidden\",\"kind\":\"inner\",\"layer\":\"dense(32), relu\","
                + "\"shape\":\"32\",\"parameters\":96,\"operands\":[\"point\"],\"loss\":\"\"}");
    assertThat(data.getAsJsonArray("totals").toString())
        .isEqualTo(
            "[{\"name\":\"parameters\",\"value\":426},{\"name\":\"trained\",\"value\":426},"
                + "{\"name\":\"not trained\",\"value\":0}]");
    assertThat(data.getAsJsonArray("settings").toString())
        .contains("{\"name\":\"batch size\",\"text\":\"20\"}");
    assertThat(data.getAsJsonArray("settings").toString())
        .contains("{\"name\":\"training examples\",\"text\":\"80\"}");
    assertThat(data.getAsJsonArray("settings").toString())
        .contains("{\"name\":\"seed\",\"text\":\"7\"}");
  }

  @Test
  void countsWhatWasTakenForWhat() throws IOException {
    trainer
        .callbacks(TrainingReport.to(page()).examples(Trainings.examples(50)))
        .fit(Trainings.examples(80));

    ConfusionMatrix expected = Evaluation.confusionMatrix(network, Trainings.examples(50), "place");
    JsonObject matrix = data(page()).getAsJsonArray("matrices").get(0).getAsJsonObject();
    assertThat(matrix.get("output").getAsString()).isEqualTo("place");
    assertThat(matrix.get("examples").getAsLong()).isEqualTo(50);
    assertThat(matrix.get("accuracy").getAsDouble()).isEqualTo(expected.accuracy());
    for (int i = 0; i < Trainings.CLASSES; i++) {
      JsonArray row = matrix.getAsJsonArray("counts").get(i).getAsJsonArray();
      for (int j = 0; j < Trainings.CLASSES; j++) {
        assertThat(row.get(j).getAsLong()).isEqualTo(expected.count(i, j));
      }
      assertThat(matrix.getAsJsonArray("recall").get(i).getAsDouble())
          .isEqualTo(expected.recall(i));
    }
  }

  @Test
  void isThereBeforeTheFirstStep() throws IOException {
    Path first = directory.resolve("first.html");

    trainer
        .epochs(1)
        .callbacks(TrainingReport.to(page()), new CopyInFirstEpoch(page(), first))
        .fit(Trainings.examples(80));

    JsonObject data = data(first);
    assertThat(data.get("state").getAsString()).isEqualTo("RUNNING");
    assertThat(data.getAsJsonArray("charts")).isEmpty();
    assertThat(data.getAsJsonArray("rows")).hasSize(3);
  }

  @Test
  void isWrittenEvenIfTrainingFails() throws IOException {
    Callback failing =
        new Callback() {
          @Override
          public void onEpochBegin(int epoch) {
            if (epoch == 2) {
              throw new IllegalStateException("out of luck");
            }
          }
        };
    trainer.callbacks(TrainingReport.to(page()).examples(Trainings.examples(50)), failing);

    Exception e =
        assertThrows(IllegalStateException.class, () -> trainer.fit(Trainings.examples(80)));

    assertThat(e).hasMessageThat().isEqualTo("out of luck");
    JsonObject data = data(page());
    assertThat(data.get("state").getAsString()).isEqualTo("BROKEN");
    assertThat(data.get("status").getAsString()).startsWith("2 of 3 epochs in ");
    assertThat(data.get("epochs").toString()).isEqualTo("[1,2]");
  }

  @Test
  void saysThatATrainingWasStopped() throws IOException {
    Callback stopping =
        new Callback() {
          private Optional<Training> training = Optional.empty();

          @Override
          public void onTrainBegin(Training begun) {
            training = Optional.of(begun);
          }

          @Override
          public void onEpochEnd(int epoch, Logs logs) {
            training.orElseThrow().stop();
          }
        };

    trainer.callbacks(TrainingReport.to(page()), stopping).fit(Trainings.examples(80));

    assertThat(data(page()).get("status").getAsString()).endsWith(", then stopped");
  }

  @Test
  void goesOnWithTheCurvesOfATrainingThatIsTakenUp() throws IOException {
    Path saved = directory.resolve("saved.safetensors");
    trainer.callbacks(TrainingReport.to(page()), saving(saved)).fit(Trainings.examples(80));
    List<Double> earlier = curve(data(page()), 0, 0);

    trainer
        .epochs(5)
        .callbacks(resuming(saved), TrainingReport.to(page()))
        .fit(Trainings.examples(80));

    JsonObject data = data(page());
    assertThat(data.get("epochs").toString()).isEqualTo("[1,2,3,4,5]");
    assertThat(curve(data, 0, 0).subList(0, 3)).isEqualTo(earlier);
    assertThat(curve(data, 0, 0)).hasSize(5);
  }

  private static Callback saving(Path file) {
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

  private static Callback resuming(Path file) {
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
  void isWrittenFromAHistoryToo() throws IOException {
    History history = trainer.fit(Trainings.examples(80));

    TrainingReport.to(page())
        .title("Afterwards")
        .examples(Trainings.examples(50))
        .write(network, history);

    JsonObject data = data(page());
    assertThat(data.get("title").getAsString()).isEqualTo("Afterwards");
    assertThat(curve(data, 0, 0)).isEqualTo(history.get("loss"));
    assertThat(data.getAsJsonArray("charts")).hasSize(2);
    assertThat(data.getAsJsonArray("matrices")).hasSize(1);
  }

  @Test
  void leavesNothingBesideThePage() throws IOException {
    trainer.callbacks(TrainingReport.to(page())).fit(Trainings.examples(80));

    try (Stream<Path> files = Files.list(page().getParent())) {
      assertThat(files.toList()).containsExactly(page());
    }
  }

  @Test
  void asksNoNetworkForAnythingAndIsSmall() throws IOException {
    trainer.epochs(50).callbacks(TrainingReport.to(page())).fit(Trainings.examples(80));

    String text = Files.readString(page());
    assertThat(text).contains("default-src 'none'");
    assertThat(text).doesNotContain(" src=");
    assertThat(text).doesNotContain("<link");
    assertThat(text).doesNotContain("@import");
    assertThat(Files.size(page())).isLessThan(500_000);
  }

  @Test
  void saysBeforeTheFirstStepThatItCannotWrite() throws IOException {
    Path file = Files.writeString(directory.resolve("reports"), "a file, not a directory");
    Callback steps =
        new Callback() {
          @Override
          public void onBatchBegin(int batch) {
            throw new AssertionError("trained");
          }
        };
    trainer.callbacks(TrainingReport.to(page()), steps);

    Exception e =
        assertThrows(UncheckedIOException.class, () -> trainer.fit(Trainings.examples(80)));

    assertThat(e).hasMessageThat().contains("cannot be written to " + page());
    assertThat(Files.readString(file)).isEqualTo("a file, not a directory");
  }
}
