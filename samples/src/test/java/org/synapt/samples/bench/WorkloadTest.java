package org.synapt.samples.bench;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;

final class WorkloadTest {
  /** As programs that collect figures read them. */
  private static final Pattern LINE =
      Pattern.compile(
          "\\{\"peer\":\"synapt-java\",\"workload\":\"([^\"]*)\",\"metric\":\"([^\"]*)\","
              + "\"value\":(null|[-+.e0-9]+),\"unit\":\"([^\"]*)\"\\}");

  private static final Timing SHORT = new Timing(0.01, 0.01, 2);

  @Test
  void trainingReportsWhatOthersReportOfTheirs() {
    assertThat(metrics(Workload.PIMA))
        .containsExactly(
            "first_step",
            "train",
            "train_min",
            "train_max",
            "windows",
            "quiet_windows",
            "other_cpu",
            "own_cpu",
            "loss_first",
            "loss_last",
            "peak_rss")
        .inOrder();
  }

  @Test
  void predictionOfOneExampleReportsItsTime() {
    assertThat(metrics(Workload.INFER_PIMA_1))
        .containsExactly(
            "first_call", "latency_p50", "latency_p99", "other_cpu", "own_cpu", "peak_rss")
        .inOrder();
  }

  @Test
  void predictionOfManyReportsItsRate() {
    assertThat(metrics(Workload.INFER_MNIST_128)).containsAtLeast("infer", "peak_rss").inOrder();
  }

  @Test
  void lossesOfTrainingAreThoseOfAnUntrainedNetworkAndOfABetterOne() {
    List<String> lines = run(Workload.PIMA);

    assertThat(value(lines, "loss_first")).isWithin(0.3).of(Math.log(2));
    assertThat(value(lines, "loss_last")).isLessThan(1.0);
  }

  @Test
  void aRecurrentNetworkIsUndecidedAtFirst() {
    List<String> lines = run(Workload.LSTM_32);

    assertThat(value(lines, "loss_first")).isWithin(0.1).of(Math.log(2));
    assertThat(value(lines, "loss_last")).isLessThan(0.8);
  }

  @Test
  void anUnknownNameIsAnsweredWithAll() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Workload.of("w3"));

    assertThat(refused).hasMessageThat().contains("'w3'");
    assertThat(refused).hasMessageThat().contains("w3-mnist-cnn-b32, w3-mnist-cnn-b128");
  }

  @Test
  void shorterNumbersShowInTheName() {
    assertThat(Measurement.peer("java", Map.of("threads", "2"))).isEqualTo("synapt-java");
    assertThat(Measurement.peer("onednn", Map.of("precision", "float32")))
        .isEqualTo("synapt-onednn");
    assertThat(Measurement.peer("onednn", Map.of("precision", "bf16")))
        .isEqualTo("synapt-onednn-bf16");
  }

  private static List<String> metrics(Workload workload) {
    return run(workload).stream().map(line -> matcher(line, workload).group(2)).toList();
  }

  private static Matcher matcher(String line, Workload workload) {
    Matcher matcher = LINE.matcher(line);
    assertThat(matcher.matches()).isTrue();
    assertThat(matcher.group(1)).isEqualTo(workload.id());
    return matcher;
  }

  private static double value(List<String> lines, String metric) {
    return lines.stream()
        .map(LINE::matcher)
        .filter(line -> line.matches() && line.group(2).equals(metric))
        .mapToDouble(line -> Double.parseDouble(line.group(3)))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> run(Workload workload) {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (Backend backend = Backends.open("java", Map.of("threads", "1"))) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      workload.run(backend, new Report("synapt-java", workload.id()), SHORT);
    } finally {
      System.setOut(out);
    }
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
