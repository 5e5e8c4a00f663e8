package org.synapt.training;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.synapt.training.LineData.network;
import static org.synapt.training.LineData.points;
import static org.synapt.training.LineData.quiet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synapt.network.LinearNetwork;
import org.synapt.optimizer.SGD;
import org.synapt.persistence.ParameterFile;
import org.synapt.persistence.ParameterFileException;

@Tag("K5")
final class ModelCheckpointTest {
  @TempDir Path folder;

  private List<String> files(Path of) throws IOException {
    try (Stream<Path> found = Files.list(of)) {
      return found.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
    }
  }

  private String path(String name) {
    return folder.resolve("sub").resolve(name).toString();
  }

  /** The file's name is that of Keras 2.0.0's documentation. */
  @Test
  void namesFilesByEpochAndLossAndMakesTheirFolder() throws IOException {
    History history =
        quiet(network())
            .epochs(2)
            .validationSplit(0.5)
            .callbacks(ModelCheckpoint.to(path("weights.{epoch:02d}-{val_loss:.2f}.safetensors")))
            .fit(points(20));

    List<Double> losses = history.get("val_loss");
    assertThat(files(folder.resolve("sub")))
        .containsExactly(
            "weights.01-" + twoDecimals(losses.get(0)) + ".safetensors",
            "weights.02-" + twoDecimals(losses.get(1)) + ".safetensors");
  }

  private static String twoDecimals(double number) {
    return String.format(java.util.Locale.ROOT, "%.2f", number);
  }

  @Test
  void countsEpochsFromZeroAsKeras2DidIfTold() throws IOException {
    quiet(network())
        .epochs(2)
        .callbacks(ModelCheckpoint.to(path("{epoch}")).firstEpoch(0))
        .fit(points(4));

    assertThat(files(folder.resolve("sub"))).containsExactly("0", "1");
  }

  @Test
  void savesTheBestEpochsAlone() throws IOException {
    double[] losses = {0.5, 0.4, 0.6, 0.4, 0.3, 0.3};
    Rehearsal rehearsal = new Rehearsal("val_loss", losses);

    rehearsal.run(
        ModelCheckpoint.to(path("{epoch}")).monitor("val_loss").saveBestOnly().saveWeightsOnly());

    assertThat(files(folder.resolve("sub"))).containsExactly("1", "2", "5");
    assertThat(ParameterFile.read(folder.resolve("sub/2")).get("y.bias")[0]).isEqualTo(1f);
  }

  /**
   * Keras 3, model_checkpoint_test.py, cases 11 to 14: only what betters the threshold is saved.
   */
  @Test
  void savesNothingThatDoesNotBetterTheThreshold() throws IOException {
    ModelCheckpoint checkpoint =
        ModelCheckpoint.to(path("{epoch}"))
            .saveBestOnly()
            .saveWeightsOnly()
            .initialValueThreshold(0);

    new Rehearsal("val_loss", 0.5, -0.1, 0.1).run(checkpoint);

    assertThat(files(folder.resolve("sub"))).containsExactly("2");
  }

  @Test
  void savesTheLargestIfToldSo() throws IOException {
    new Rehearsal("val_loss", 1, 2, 1)
        .run(ModelCheckpoint.to(path("{epoch}")).saveBestOnly().mode(Mode.MAX).saveWeightsOnly());

    assertThat(files(folder.resolve("sub"))).containsExactly("1", "2");
  }

  @Test
  void savesEverySoManyEpochs() throws IOException {
    quiet(network())
        .epochs(7)
        .callbacks(ModelCheckpoint.to(path("{epoch}")).everyEpochs(3))
        .fit(points(4));

    assertThat(files(folder.resolve("sub"))).containsExactly("3", "6");
  }

  /** Keras 3, model_checkpoint_test.py, case 8: 5 batches an epoch, every 15, of 10 epochs. */
  @Test
  void savesEverySoManyBatches() throws IOException {
    quiet(network())
        .batchSize(6)
        .epochs(10)
        .callbacks(ModelCheckpoint.to(path("epoch{epoch:02d}")).everyBatches(15))
        .fit(points(30));

    assertThat(files(folder.resolve("sub"))).containsExactly("epoch03", "epoch06", "epoch09");
  }

  /** Keras 3, model_checkpoint_test.py, case 10: two batches an epoch, a file of each. */
  @Test
  void namesFilesByBatch() throws IOException {
    quiet(network())
        .batchSize(15)
        .epochs(2)
        .callbacks(ModelCheckpoint.to(path("{epoch:02d}-{batch:02d}")).everyBatches(1))
        .fit(points(30));

    assertThat(files(folder.resolve("sub"))).containsExactly("01-01", "01-02", "02-01", "02-02");
  }

  @Test
  void saysBeforeTheFirstStepWhatAFileCanBeNamedBy() {
    LinearNetwork network = network();
    float[] before = TrainerTest.bytes(network);

    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                quiet(network)
                    .validationSplit(0.5)
                    .callbacks(ModelCheckpoint.to("{epoch}-{val_lss:.2f}"))
                    .fit(points(8)));

    assertThat(thrown)
        .hasMessageThat()
        .isEqualTo(
            "ModelCheckpoint names its file {epoch}-{val_lss:.2f} by val_lss, but an epoch reports"
                + " [epoch, loss, val_loss] (did you mean val_loss?)");
    assertThat(TrainerTest.bytes(network)).isEqualTo(before);
  }

  @Test
  @Tag("P1")
  void savesWhatTrainingGoesOnFrom() throws IOException {
    LinearNetwork whole = network();
    quiet(whole).epochs(4).fit(points(20));
    quiet(network()).epochs(2).callbacks(ModelCheckpoint.to(path("{epoch}"))).fit(points(20));

    LinearNetwork resumed = network();
    quiet(resumed).epochs(4).resume(folder.resolve("sub/2")).fit(points(20));

    assertThat(TrainerTest.bytes(resumed)).isEqualTo(TrainerTest.bytes(whole));
  }

  @Test
  void leavesTheStateOfTrainingOutIfTold() throws IOException {
    quiet(network())
        .callbacks(ModelCheckpoint.to(folder.resolve("parameters")).saveWeightsOnly())
        .fit(points(4));

    ParameterFile.load(network(), folder.resolve("parameters"));
    assertThrows(
        ParameterFileException.class, () -> quiet(network()).resume(folder.resolve("parameters")));
  }

  @Test
  void keepsTheLastGoodFileWhenParametersAreNoLongerFinite() throws IOException {
    Path file = folder.resolve("model");
    LinearNetwork network = network();
    Trainer trainer =
        quiet(network)
            .optimizer(SGD.withLearningRate(1e30))
            .epochs(5)
            .callbacks(ModelCheckpoint.to(file));

    UncheckedIOException thrown =
        assertThrows(UncheckedIOException.class, () -> trainer.fit(points(40)));

    assertThat(thrown).hasMessageThat().contains("with which the network could not be used again");
    assertThat(files(folder)).isEmpty();
  }

  @Test
  void saysWhatItDoes() {
    StringBuilder said = new StringBuilder();

    new Rehearsal("val_loss", 0.5, 0.75)
        .run(
            ModelCheckpoint.to(folder.resolve("best"))
                .saveBestOnly()
                .saveWeightsOnly()
                .verbose(said));

    assertThat(said.toString())
        .isEqualTo(
            "Epoch 1: val_loss improved from Infinity to 0.50000\n"
                + "Epoch 1: saving model to "
                + folder.resolve("best")
                + "\nEpoch 2: val_loss did not improve from 0.50000\n");
  }
}
