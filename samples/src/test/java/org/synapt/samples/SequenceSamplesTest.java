package org.synapt.samples;

import static com.google.common.truth.Truth.assertThat;
import static org.synapt.samples.Run.run;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the samples that read texts and series as a user does, on small amounts of data. */
final class SequenceSamplesTest {
  private static final Path DATA = Path.of("..", "..", "shared", "data");

  private static String data(String name) {
    Path path = DATA.resolve(name);
    Assumptions.assumeTrue(Files.exists(path), name + " is not here");
    return path.toString();
  }

  @Test
  void denialsAreReadInTheirOrder(@TempDir Path folder) {
    Path file = folder.resolve("sentiment.safetensors");

    Run run = run("sentiment", "--made", "2000", "--epochs", "6", "--file", file.toString());

    assertThat(run.figure("accuracy")).isGreaterThan(0.9);
    assertThat(Files.exists(file)).isTrue();
  }

  @Test
  void advertisementsAreFound() {
    assertThat(run("spam", "--made", "1000", "--epochs", "4").figure("f1")).isGreaterThan(0.9);
  }

  @Test
  void growthIsForecastBetterThanByTheYearBefore() {
    Run run = run("airline");

    assertThat(run.figure("rmse_year")).isLessThan(run.figure("rmse_naive"));
    assertThat(run.figure("rmse_month")).isLessThan(run.figure("rmse_naive"));
  }

  @Test
  void passengersAreForecastBetterThanByTheYearBefore() {
    Run run = run("airline", "--data", data("sequence/airline-passengers.csv"));

    assertThat(run.figure("rmse_year")).isLessThan(run.figure("rmse_naive"));
    assertThat(run.figure("rmse_month")).isLessThan(run.figure("rmse_year"));
  }

  @Test
  void aTextIsLearnedAndWritten() {
    Run run = run("shakespeare", "--made", "2500", "--epochs", "2", "--write", "50");

    // 3.2 nats if each of the 25 characters were as likely as the others.
    assertThat(run.figure("loss")).isLessThan(2.9);
    assertThat(run.out()).containsMatch("(?m)^[a-z ,]{20}");
  }

  @Test
  void wordsLookAtEachOther() {
    assertThat(run("transformer", "--made", "2000", "--epochs", "8").figure("accuracy"))
        .isGreaterThan(0.8);
  }
}
