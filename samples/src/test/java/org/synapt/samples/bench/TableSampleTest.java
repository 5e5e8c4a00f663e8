package org.synapt.samples.bench;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class TableSampleTest {
  private final List<String> lines = new ArrayList<>();

  @Test
  void aFigureIsTheMedianOfRoundsAndTheirRange() {
    add("tensorflow", "train", 1000, 3000, 2000);

    assertThat(text()).contains("| w1-pima-mlp-b10 | **2,000 (1,000 to 3,000)** |");
  }

  @Test
  void aRatioIsTakenWithinARoundToTheBestOfTheOthers() {
    add("tensorflow", "train", 100, 200, 400);
    add("pytorch-mkl-ftz", "train", 150, 100, 100);
    add("synapt-java", "train", 300, 800, 1200);

    // 300 / 150, 800 / 200, 1200 / 400.
    assertThat(text()).contains("| 3.00x (2.00 to 4.00) |");
  }

  @Test
  void whereLessIsBetterARatioStillSaysHowManyTimesAsGood() {
    add("onnxrt", "latency_p50", 30, 30);
    add("synapt-onednn", "latency_p50", 10, 15);

    assertThat(text()).contains("| 2.50x (2.00 to 3.00) |");
  }

  @Test
  void theBestOfTheOthersIsBold() {
    add("tensorflow", "peak_rss", 500);
    add("pytorch-mkl-ftz", "peak_rss", 300);
    add("synapt-java", "peak_rss", 100);

    assertThat(text()).contains("| w1-pima-mlp-b10 | **300** | 500 | 100 | 3.00x |");
  }

  @Test
  void shorterNumbersStandBesideLongerOnes() {
    add("synapt-onednn", "train", 100, 100, 100);
    add("synapt-onednn-bf16", "train", 150, 170, 160);

    assertThat(text()).contains("| w1-pima-mlp-b10 | 1.60x (1.50 to 1.70) |");
  }

  @Test
  void whatFailedIsNamed() {
    add("synapt-java", "train", 1);
    add("tensorflow", "failed", 124);

    assertThat(text()).contains("Failed: tensorflow at w1-pima-mlp-b10.");
  }

  @Test
  void theSurroundingsComeFirst() {
    lines.add("{\"environment\":\"processor\",\"value\":\"2 of Xeon\"}");
    add("synapt-java", "train", 1, 2);

    assertThat(text()).startsWith("# Results\n\n- processor: 2 of Xeon\n- rounds: 2\n");
  }

  @Test
  void whatIsNoFigureIsPassedOver() {
    lines.add("# chatter");
    lines.add("{\"peer\":\"without a round\"}");
    add("synapt-java", "train", 7);

    assertThat(text()).contains("| w1-pima-mlp-b10 | 7.00 |");
  }

  @Test
  void theMedianOfTwoIsTheirMean() {
    assertThat(Rounds.median(new double[] {1, 4})).isEqualTo(2.5);
    assertThat(Rounds.median(new double[0])).isNaN();
  }

  private void add(String peer, String metric, double... values) {
    for (int i = 0; i < values.length; i++) {
      lines.add(
          String.format(
              Locale.ROOT,
              "{\"round\":%d,\"peer\":\"%s\",\"workload\":\"w1-pima-mlp-b10\","
                  + "\"metric\":\"%s\",\"value\":%s,\"unit\":\"\"}",
              i + 1,
              peer,
              metric,
              values[i]));
    }
  }

  private String text() {
    return TableSample.text(lines);
  }
}
