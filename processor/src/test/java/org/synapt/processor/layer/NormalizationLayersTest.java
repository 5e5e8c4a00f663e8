package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;
import static org.synapt.processor.layer.Mentions.list;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synapt.processor.graph.GraphInterpreter;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

final class NormalizationLayersTest {

  private static Inferred batch(Shape x, Object... stated) {
    return Inferred.of(Mentions.of("BatchNormalization", stated), x);
  }

  private static Inferred layer(Shape x, Object... stated) {
    return Inferred.of(Mentions.of("LayerNormalization", stated), x);
  }

  private static String predicting(Inferred layer) {
    Lowered lowering = Lowered.toPredict();
    layer.lower(lowering);
    return lowering.toString();
  }

  @Test
  void isOneEquationWithRoomWhileTraining() {
    assertThat(batch(Shape.of(3, 4)).lowered())
        .isEqualTo(
            """
            saved [2, 4] = room<[2, 4]>()
            normal [b, 3, 4] = batchNormalization<0.99, 0.001, scale, center>\
            (a, movingMean, movingVariance, saved, gamma, beta)
            """);
  }

  @Test
  void isAFormulaWhilePredicting() {
    assertThat(predicting(batch(Shape.of(4))))
        .isEqualTo(
            """
            factor [4] = gamma / sqrt(variance + 0.001)(gamma, movingVariance)
            normal [b, 4] = (x - mean) * factor + beta(a, movingMean, factor, beta)
            """);
    assertThat(predicting(batch(Shape.of(4), "scale", false, "center", false)))
        .isEqualTo(
            """
            factor [4] = 1 / sqrt(variance + 0.001)(movingVariance)
            normal [b, 4] = (x - mean) * factor(a, movingMean, factor)
            """);
  }

  @Test
  void isAFormulaWhileTrainingTooIfFrozen() {
    Inferred frozen = batch(Shape.of(4), "trainable", false);

    assertThat(frozen.lowered()).isEqualTo(predicting(frozen));
  }

  @Test
  void turnsItsAxisToTheEndAndBack() {
    assertThat(batch(Shape.of(2, 3, 4), "axis", 0, "scale", false, "momentum", 0.5).lowered())
        .isEqualTo(
            """
            turned [b, 3, 4, 2] = permute<[1, 2, 0]>(a)
            saved [2, 2] = room<[2, 2]>()
            normal [b, 3, 4, 2] = batchNormalization<0.5, 0.001, center>\
            (turned, movingMean, movingVariance, saved, beta)
            turned2 [b, 2, 3, 4] = permute<[2, 0, 1]>(normal)
            """);
  }

  @Test
  void keepsFourVectorsOfWhichTwoAreTrained() {
    assertThat(
            batch(Shape.of(3, 4)).parameters().stream()
                .map(it -> it.name() + " " + it.shape() + " " + it.role())
                .toList())
        .containsExactly(
            "gamma [4] PARAMETER",
            "beta [4] PARAMETER",
            "movingMean [4] UNTRAINED",
            "movingVariance [4] UNTRAINED")
        .inOrder();
    assertThat(
            batch(Shape.of(3, 4), "axis", 0, "scale", false, "center", false).parameters().stream()
                .map(it -> it.name() + " " + it.shape() + " " + it.initializer().factory())
                .toList())
        .containsExactly("movingMean [3] zeros", "movingVariance [3] ones")
        .inOrder();
  }

  @Test
  void normalizesByMovingStatistics() {
    // √(3.999 + 0.001) = 2, so that y = 3 · (x − 1) / 2 − 1.
    Inferred it = batch(Shape.of(2));
    Lowered lowering = Lowered.toPredict();
    Value y = it.lower(lowering);
    GraphInterpreter numbers = GraphInterpreter.of(1);
    numbers.put(it.values().get(0), 5, -3);
    numbers.put(lowering.parameter("movingMean"), 1, 1);
    numbers.put(lowering.parameter("movingVariance"), 3.999, 3.999);
    numbers.put(lowering.parameter("gamma"), 3, 3);
    numbers.put(lowering.parameter("beta"), -1, -1);
    numbers.run(lowering.equations());

    assertThat(numbers.get(y))
        .usingTolerance(1e-12)
        .containsExactly(new double[] {5, -7})
        .inOrder();
  }

  @Test
  void layerNormalizationSavesWhatItsGradientReads() {
    assertThat(layer(Shape.of(3, 4)).lowered())
        .isEqualTo(
            """
            saved [b, 3, 2] = batchRoom<[3, 2]>()
            normal [b, 3, 4] = layerNormalization<0.001, train, scale, center>\
            (a, saved, gamma, beta)
            """);
    assertThat(predicting(layer(Shape.of(3, 4), "center", false)))
        .isEqualTo("normal [b, 3, 4] = layerNormalization<0.001, scale>(a, gamma)\n");
  }

  @Test
  void joinsSeveralAxesToOne() {
    assertThat(predicting(layer(Shape.of(2, 3, 4), "axis", list(-1, 0), "center", false)))
        .isEqualTo(
            """
            turned [b, 3, 2, 4] = permute<[1, 0, 2]>(a)
            rows [b, 3, 8] = reshape<[3, 8]>(turned)
            rows2 [8] = reshape<[8]>(gamma)
            normal [b, 3, 8] = layerNormalization<0.001, scale>(rows, rows2)
            rows3 [b, 3, 2, 4] = reshape<[3, 2, 4]>(normal)
            turned2 [b, 2, 3, 4] = permute<[1, 0, 2]>(rows3)
            """);
    assertThat(layer(Shape.of(2, 3, 4), "axis", list(-1, 0)).parameters().get(0).shape())
        .isEqualTo(Shape.of(2, 4));
  }

  /** Keras's layer_normalization_test.py, test_output: γ and β are 1. */
  @Test
  void givesWhatKerasGives() {
    Inferred it = layer(Shape.of(5), "scale", false, "center", false);

    double[] y = it.compute(new double[] {0, 1, 2, 3, 4});

    assertThat(Arrays.stream(y).map(each -> each + 1).toArray())
        .usingTolerance(5e-6)
        .containsExactly(new double[] {-0.41386, 0.29307, 1.0, 1.70693, 2.41386})
        .inOrder();
  }

  /** The first row of layer_normalization.json in web-platform-tests, WebNN; ε is 1e-5. */
  @Test
  void givesWhatBrowsersGive() {
    double[] row = {
      -35.51446620394829,
      54.735407789317094,
      19.65901979009459,
      -15.882677905820188,
      65.48657727565143,
      25.818493353057278
    };

    assertThat(layer(Shape.of(6), "scale", false, "center", false, "epsilon", 1e-5).compute(row))
        .usingTolerance(1e-6)
        .containsExactly(
            new double[] {
              -1.5257738828659058,
              0.997844934463501,
              0.017018765211105347,
              -0.9768186211585999,
              1.2984753847122192,
              0.18925349414348602
            })
        .inOrder();
  }

  @ParameterizedTest
  @CsvSource({
    "-0.1, momentum = -0.1 is no share of what was before",
    "1.5, momentum = 1.5 is no share of what was before",
    "NaN, momentum = NaN is no share of what was before"
  })
  void wantsAShareAsMomentum(double momentum, String finding) {
    assertThat(batch(Shape.of(4), "momentum", momentum).toString())
        .startsWith("[AttributeOutOfRange] " + finding);
  }

  @Test
  void takesEitherEndAsMomentumAsKerasDoes() {
    assertThat(batch(Shape.of(4), "momentum", 0.0).toString()).isEqualTo("[4]");
    assertThat(batch(Shape.of(4), "momentum", 1.0).toString()).isEqualTo("[4]");
  }

  @ParameterizedTest
  @CsvSource({
    "0, epsilon = 0.0 is not above 0",
    "-1e-3, epsilon = -0.001 is not above 0",
    "Infinity, epsilon = Infinity is no finite float"
  })
  void wantsSomethingAboveZeroAsEpsilon(double epsilon, String finding) {
    assertThat(batch(Shape.of(4), "epsilon", epsilon).toString())
        .startsWith("[AttributeOutOfRange] " + finding);
    assertThat(layer(Shape.of(4), "epsilon", epsilon).toString())
        .startsWith("[AttributeOutOfRange] " + finding);
    assertThat(layer(Shape.of(4), "epsilon", epsilon).toString()).doesNotContain("state 0");
  }

  @Test
  void wantsAnAxisThatIsThere() {
    assertThat(batch(Shape.of()).toString())
        .isEqualTo("[AxisBeyondRank] axis = -1, but a [] has no axis\n    reshape it first");
    assertThat(layer(Shape.of(2, 3), "axis", list(1, -1)).toString())
        .startsWith("[RepeatedAxis] axis names axis 1 twice");
    assertThat(layer(Shape.of(2, 1)).toString()).startsWith("[NormalizationOverOne] ");
  }

  @Test
  void saysWhatItIs() {
    assertThat(batch(Shape.of(4)).describe()).isEqualTo("batchNormalization");
    assertThat(layer(Shape.of(4)).describe()).isEqualTo("layerNormalization");
  }
}
