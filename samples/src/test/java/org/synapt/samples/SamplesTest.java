package org.synapt.samples;

import static com.google.common.truth.Truth.assertThat;
import static org.synapt.samples.Run.run;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synapt.samples.backends.Opened;

/** Runs the samples as a user does, on small amounts of data. */
final class SamplesTest {
  private static final Path DATA = Path.of("..", "..", "shared", "data");

  @Test
  void digitsAreRead() {
    Run run = run("digits", "--train", "4000", "--epochs", "4");

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.figure("accuracy")).isGreaterThan(0.9);
  }

  @Test
  void pricesAreCloserThanTheirMean() {
    Run run = run("house-price", "--epochs", "10");

    assertThat(run.figure("rmse")).isLessThan(0.5 * run.figure("deviation"));
  }

  @Test
  void signersAreToldApart() {
    assertThat(run("same-signer", "--epochs", "6").figure("accuracy")).isGreaterThan(0.9);
  }

  @Test
  @Tag("D5")
  void diabetesIsToldFromATable() {
    Path data = table("pima-indians-diabetes.csv");

    Run run = run("pima", "--data", data.toString(), "--epochs", "30");

    assertThat(run.figure("accuracy")).isGreaterThan(0.6);
  }

  @Test
  void handwritingIsReadFromArraysOfNd4j() {
    Path folder = mnist();
    Opened.named("nd4j").close();

    Run run = run("nd4j", "--data", folder.toString(), "--train", "5000", "--epochs", "2");

    assertThat(run.figure("accuracy")).isGreaterThan(0.85);
    assertThat(run.out()).contains("nd4j 1.0.0-M2.1, CPU");
  }

  @Test
  @Tag("D3")
  void handwritingIsReadFromTheFirstTenThousandPictures() {
    Path folder = mnist();

    Run run =
        run(
            "mnist",
            "--data",
            folder.toString(),
            "--train",
            "10000",
            "--activation",
            "relu",
            "--epochs",
            "3");

    assertThat(run.figure("accuracy")).isGreaterThan(0.9);
  }

  @Test
  @Tag("F11")
  void rectifiersReadBetterThanSigmoids() {
    assertThat(handwriting("relu")).isGreaterThan(handwriting("sigmoid"));
  }

  private static double handwriting(String activation) {
    String folder = mnist().toString();
    return run(
            "mnist",
            "--data",
            folder,
            "--train",
            "2000",
            "--activation",
            activation,
            "--epochs",
            "3")
        .figure("accuracy");
  }

  @Test
  @Tag("M13")
  @Tag("L15")
  void convolutionsReadHandwritingFromFewPictures() {
    String folder = mnist().toString();

    Run run = run("mnist-cnn", "--data", folder, "--train", "1600", "--batch", "16");

    assertThat(run.figure("accuracy")).isGreaterThan(0.9);
  }

  @Test
  void photographsAreToldApartBetterThanByChance() {
    Run run = run("cifar", "--data", cifar(), "--train", "500", "--epochs", "3");

    assertThat(run.figure("accuracy")).isGreaterThan(0.15);
  }

  @Test
  void blocksOfOnesOwnLearn() {
    String folder = mnist().toString();

    Run run = run("garments", "--data", folder, "--train", "2500", "--epochs", "3");

    assertThat(run.figure("accuracy")).isGreaterThan(0.5);
  }

  @Test
  @Tag("L17")
  void aPublishedNetworkHasItsParametersAndLearns() {
    Run run = run("resnet20", "--data", cifar(), "--train", "192", "--epochs", "3");

    // He et al., Deep Residual Learning for Image Recognition, 2015, table 6: 0.27 million.
    assertThat(run.figure("parameters")).isEqualTo(269_722);
    assertThat(run.figure("last_loss")).isLessThan(run.figure("first_loss"));
  }

  @Test
  @Tag("L5")
  @Tag("L18")
  void filtersShowWhatTheyLookFor(@TempDir Path folder) {
    Run run = run("filters", "--train", "600", "--out", folder.toString());

    assertThat(folder.toFile().list())
        .asList()
        .containsExactly("handmade.png", "kernels.png", "activations.png", "maximised.png");
    assertThat(run.figure("answer_to_maximised")).isGreaterThan(3 * run.figure("answer_to_black"));
  }

  private static String cifar() {
    Path folder = DATA.resolve("cifar10-subset");
    Assumptions.assumeTrue(Files.exists(folder), "CIFAR-10 is not here");
    return folder.toString();
  }

  private static Path mnist() {
    Path folder = DATA.resolve("mnist");
    Assumptions.assumeTrue(Files.exists(folder), "MNIST is not here");
    return folder;
  }

  private static Path table(String name) {
    Path table = DATA.resolve("tabular").resolve(name);
    Assumptions.assumeTrue(Files.exists(table), name + " is not here");
    return table;
  }

  @Test
  @Tag("D8")
  @Tag("D9")
  void tenFoldsGiveAMeanAndADeviation() {
    Path data = table("pima-indians-diabetes.csv");

    Run run = run("pima-folds", "--data", data.toString(), "--epochs", "60");

    assertThat(run.out()).containsMatch("(?m)^7\\d\\.\\d\\d% \\(\\+/- \\d\\.\\d\\d%\\)$");
    assertThat(run.figure("accuracy")).isGreaterThan(0.68);
    assertThat(run.figure("accuracy")).isLessThan(0.78);
  }

  @Test
  @Tag("C8")
  void weightsOfClassesFindMoreOfTheRareOne() {
    Run run = run("imbalanced", "--data", table("mammography.csv").toString(), "--epochs", "5");

    assertThat(run.figure("recall")).isGreaterThan(run.figure("even_recall") + 0.1);
    assertThat(run.figure("auc")).isGreaterThan(0.9);
  }

  @Test
  @Tag("D16")
  void housesArePricedTwiceAsWellAsByTheirMean() {
    Run run = run("regression", "--data", table("california-housing.csv").toString());

    assertThat(run.figure("rmse")).isLessThan(0.5 * run.figure("deviation"));
  }

  @Test
  @Tag("T5")
  @Tag("T6")
  @Tag("D4")
  void stepsAreFewerAndEpochsQuickerInLargeBatches() {
    Run run = run("batch-size", "--train", "600", "--sizes", "1,20");

    assertThat(run.out()).containsMatch("(?m)^ +1 +600 ");
    assertThat(run.out()).containsMatch("(?m)^ +20 +30 ");
    assertThat(run.figure("seconds_20")).isLessThan(run.figure("seconds_1"));
  }

  @Test
  @Tag("P10")
  void ownLabelsHelpWhereThereAreFew() {
    Run run = run("pseudo-label", "--rounds", "2", "--unlabelled", "2000");

    assertThat(run.figure("accuracy")).isGreaterThan(run.figure("labels_only"));
  }

  @Test
  @Tag("P8")
  @Tag("P9")
  @Tag("P11")
  void aGoodBeginningIsWorthMoreThanFewPictures() {
    Run run = run("transfer", "--train", "5000");

    assertThat(run.out()).contains("taken    strokes, shapes");
    assertThat(run.figure("extractor")).isGreaterThan(run.figure("scratch"));
    assertThat(run.figure("initialised")).isGreaterThan(run.figure("scratch"));
  }

  @Test
  void aTrainingEndsWithTheSameBytesInWhateverFolder(@TempDir Path folder) {
    assertThat(resumed(folder.resolve("one"))).isEqualTo(resumed(folder.resolve("two")));
  }

  private static double resumed(Path folder) {
    return run("resume", "--folder", folder.toString(), "--train", "500", "--epochs", "2")
        .figure("crc32");
  }

  @Test
  void aWrongNameGetsTheNearestAndTheList() {
    Run run = run("minst");

    assertThat(run.status()).isNotEqualTo(0);
    assertThat(run.err()).contains("mnist");
    assertThat(run.err()).contains("same-signer");
  }

  @Test
  void theListNamesEverySample() {
    assertThat(run("list").out()).contains("house-price");
  }

  @Test
  void aMissingFileIsSaidInASentence() {
    Run run = run("pima", "--data", "nowhere.csv");

    assertThat(run.status()).isNotEqualTo(0);
    assertThat(run.err()).contains("there is no file nowhere.csv");
    assertThat(run.err()).doesNotContain("\tat ");
  }
}
