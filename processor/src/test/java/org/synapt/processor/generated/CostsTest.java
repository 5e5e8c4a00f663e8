package org.synapt.processor.generated;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.synapt.network.Network;
import org.synapt.network.Parameter;
import org.synapt.persistence.ParameterFile;
import org.synapt.processor.cost.Costs;
import org.synapt.processor.cost.RowCost;

/** What networks are said to cost is what they cost. */
final class CostsTest {
  private static final Compiled SAMPLES = Compiled.of(Samples.files());

  @TempDir private Path folder;

  static Stream<String> samples() {
    return Samples.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aFileIsAsLargeAsIsSaid(String sample) throws IOException {
    Path file = folder.resolve("parameters");

    ParameterFile.save(network(sample), file);

    assertThat(costs(sample).fileBytes()).isEqualTo(Files.size(file));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void parametersAreAsManyAsAreTrainedAndNot(String sample) {
    int all = 0;
    int trained = 0;
    for (Parameter parameter : network(sample).parameters()) {
      all += parameter.size();
      trained += parameter.trained() ? parameter.size() : 0;
    }

    assertThat(costs(sample).parameters()).isEqualTo(all);
    assertThat(costs(sample).trained()).isEqualTo(trained);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theClassSaysTheSame(String sample) throws ReflectiveOperationException {
    Class<?> type = network(sample).getClass();
    Costs costs = costs(sample);

    assertThat(type.getField("PARAMETERS").get(null)).isEqualTo((int) costs.parameters());
    assertThat(type.getField("FLOPS").get(null)).isEqualTo(costs.flops());
    assertThat(type.getField("PREDICTION_BYTES").get(null)).isEqualTo(costs.predictionBytes());
    assertThat(type.getField("TRAINING_BYTES").get(null)).isEqualTo(costs.trainingBytes());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void rowsCostTogetherWhatTheNetworkCosts(String sample) {
    Costs costs = costs(sample);

    assertThat(costs.rows().stream().mapToLong(RowCost::flops).sum()).isEqualTo(costs.flops());
    assertThat(costs.rows().stream().mapToLong(RowCost::parameters).sum())
        .isEqualTo(costs.parameters());
    for (RowCost row : costs.rows()) {
      assertWithMessage(row.entry().name())
          .that(row.predicting().bytes())
          .isAtMost(costs.predictionBytes());
      assertWithMessage(row.entry().name())
          .that(row.training().bytes())
          .isAtMost(costs.trainingBytes());
    }
  }

  @Test
  void countsByHand() {
    Costs costs = costs("Chain");
    RowCost hidden2 = costs.rows().get(2);

    // 4 · 6 weights and 6 biases; a product and a sum for each weight, a bias and a tanh for each
    // unit.
    assertThat(hidden2.parameters()).isEqualTo(30);
    assertThat(hidden2.flops()).isAtLeast(2 * 4 * 6);
    assertThat(hidden2.predicting().bytes()).isEqualTo(4 * 6);
    assertThat(costs.fileBytes()).isGreaterThan(4 * costs.parameters());
  }

  @Test
  void aSharedLayerCountsOnce() {
    Costs costs = costs("SameSigner");

    assertThat(costs.rows().stream().filter(row -> row.entry().owner().equals("encoder")).toList())
        .hasSize(2);
    assertThat(costs.parameters()).isEqualTo(4 * 6 + 4 + 4 + 1);
  }

  private static Costs costs(String sample) {
    return SAMPLES.costs("samples." + sample);
  }

  private static Network network(String sample) {
    return SAMPLES.network("samples." + sample + "Network", 3);
  }
}
