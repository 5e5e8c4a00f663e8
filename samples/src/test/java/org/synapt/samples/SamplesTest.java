package org.synapt.samples;

import static com.google.common.truth.Truth.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Runs the samples as a user does, on small amounts of data. */
final class SamplesTest {
  private static final Path DATA = Path.of("..", "..", "shared", "data");

  /** What a run printed, and its exit status. */
  private record Run(int status, String out, String err) {

    double figure(String name) {
      Matcher figure = Pattern.compile("(?m)^result.* " + name + "=(\\S+)").matcher(out);
      assertThat(figure.find()).isTrue();
      return Double.parseDouble(figure.group(1));
    }
  }

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
  void diabetesIsToldFromATable() throws IOException {
    Path table = DATA.resolve("tabular/pima-indians-diabetes.csv");
    Assumptions.assumeTrue(Files.exists(table), "the Pima table is not here");

    Run run = run("pima", "--data", table.toString(), "--epochs", "30");

    assertThat(run.figure("accuracy")).isGreaterThan(0.6);
  }

  @Test
  void handwritingIsReadAsWellAsTheTutorialReadsIt() {
    Path folder = DATA.resolve("mnist");
    Assumptions.assumeTrue(Files.exists(folder), "MNIST is not here");

    Run run =
        run(
            "mnist",
            "--data",
            folder.toString(),
            "--train",
            "5000",
            "--activation",
            "relu",
            "--epochs",
            "3");

    assertThat(run.figure("accuracy")).isGreaterThan(0.9);
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

  private static Run run(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
      int status = Samples.run(arguments);
      return new Run(
          status,
          printed.toString(StandardCharsets.UTF_8),
          complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
