package org.synapt.training;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.synapt.training.LineData.pointsWithTwoTargets;
import static org.synapt.training.LineData.quiet;
import static org.synapt.training.TrainerTest.bytes;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.network.LinearNetwork;
import org.synapt.optimizer.SGD;

@Tag("C8")
final class WeightsTest {

  /** y = w · x, with w = 0 and no bias to begin with. */
  private static LinearNetwork still(String loss) {
    LinearNetwork network = LinearNetwork.of(LineData.backend(1), 7, 1, loss);
    network.parameter("y.weight").set(0);
    return network;
  }

  private static Examples pair(float... targets) {
    return Examples.of(
        Column.of("x", 1, new float[targets.length]), Column.of("y", 1, targets.clone()));
  }

  /**
   * Keras's documentation of {@code MeanSquaredError}: two examples that each lose ½, weighted 0.7
   * and 0.3, give 0.25.
   */
  @Test
  void losesWhatKerasLosesForWeightedExamples() {
    LinearNetwork network = still("mean_squared_error");
    network.parameter("y.bias").set((float) Math.sqrt(0.5));
    Examples examples = pair(0, 0).weighted(0.7f, 0.3f);

    assertThat(quiet(network).evaluate(examples).loss()).isWithin(1e-7).of(0.25);
    assertThat(quiet(network).trainOnBatch(examples).loss()).isWithin(1e-7).of(0.25);
  }

  @Test
  void twiceTheWeightIsTwiceTheGradient() {
    LinearNetwork network = still("mean_squared_error");

    quiet(network).optimizer(SGD.withLearningRate(0.1)).fit(pair(1, -1).weighted(3, 1));

    // db = Σ w · 2 (0 − y) / 2 = −3 + 1.
    assertThat(network.parameter("y.bias").get()[0]).isWithin(1e-6f).of(0.2f);
  }

  @Test
  void anExampleOfWeightZeroTeachesNothing() {
    LinearNetwork network = still("mean_squared_error");

    quiet(network).optimizer(SGD.withLearningRate(0.1)).fit(pair(1, -1).weighted(0, 0));

    assertThat(network.parameter("y.bias").get()[0]).isEqualTo(0f);
  }

  @Test
  void weightsFollowTheirExamplesThroughShufflesAndSlices() {
    Examples examples = LineData.points(30);
    float[] weights = new float[30];
    for (int i = 0; i < 30; i++) {
      weights[i] = examples.input("x").value(i, 0);
    }
    Examples shuffled = examples.weighted(weights).shuffled(3).slice(5, 25).split(0.5).train();

    Column weight = shuffled.weights().get(0);
    for (int i = 0; i < shuffled.count(); i++) {
      assertThat(weight.value(i, 0)).isEqualTo(shuffled.input("x").value(i, 0));
    }
  }

  @Test
  void weightsOfOneOutputLeaveTheOtherAlone() {
    LinearNetwork network =
        LinearNetwork.of("Two", LineData.backend(1), 7, 2, "mean_squared_error", "price", "kind");
    Examples examples = pointsWithTwoTargets(4).weighted("kind", 0, 0, 0, 0);
    Evaluation even = quiet(network).metrics().evaluate(pointsWithTwoTargets(4));
    Evaluation weighted = quiet(network).metrics().evaluate(examples);

    assertThat(weighted.value("kind_loss")).isEqualTo(0);
    assertThat(weighted.value("price_loss")).isEqualTo(even.value("price_loss"));
  }

  @Test
  void aBatchOfEvenExamplesComesAfterAWeightedOne() {
    LinearNetwork network = still("mean_squared_error");
    Trainer trainer = quiet(network).metrics();
    double even = trainer.testOnBatch(pair(1, -1)).loss();
    trainer.testOnBatch(pair(1, -1).weighted(5, 5));

    assertThat(trainer.testOnBatch(pair(1, -1)).loss()).isEqualTo(even);
    assertThat(trainer.step(2, new float[][] {{0, 0}}, new float[][] {{1, -1}}))
        .isEqualTo((float) even);
  }

  @Test
  void classesCountAsTheirExamplesWould() {
    LinearNetwork byClass = still("binary_crossentropy");
    LinearNetwork byExample = still("binary_crossentropy");
    byClass.parameter("y.bias").set(0.3f);
    byExample.parameter("y.bias").set(0.3f);

    quiet(byClass).classWeight(Map.of(1, 99.0)).batchSize(2).epochs(2).fit(pair(0, 1, 1, 0));
    quiet(byExample).batchSize(2).epochs(2).fit(pair(0, 1, 1, 0).weighted(1, 99, 99, 1));

    assertThat(bytes(byClass)).isEqualTo(bytes(byExample));
  }

  @Test
  void validationKnowsNoClassWeights() {
    LinearNetwork network = still("mean_squared_error");

    History history =
        quiet(network)
            .optimizer(SGD.withLearningRate(0))
            .classWeight(Map.of(1, 10.0))
            .validationData(pair(1, 1))
            .fit(pair(1, 1));

    assertThat(history.last("loss")).isWithin(1e-6).of(10);
    assertThat(history.last("val_loss")).isWithin(1e-6).of(1);
  }

  @Test
  void refusesAClassThatIsNotThere() {
    IllegalArgumentException problem =
        assertThrows(
            IllegalArgumentException.class,
            () -> quiet(still("binary_crossentropy")).classWeight(Map.of(2, 1.0)).fit(pair(0, 1)));

    assertThat(problem).hasMessageThat().isEqualTo("y has no class 2 to weigh; its last is 1");
  }

  @Test
  void refusesAnOutputThatIsNotThere() {
    IllegalArgumentException problem =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                quiet(still("binary_crossentropy"))
                    .classWeight("z", Map.of(1, 1.0))
                    .fit(pair(0, 1)));

    assertThat(problem)
        .hasMessageThat()
        .isEqualTo("Line has no output z to weigh the classes of: [y]");
  }

  @Test
  void refusesExamplesAndClassesAtOnce() {
    IllegalArgumentException problem =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                quiet(still("binary_crossentropy"))
                    .classWeight(Map.of(1, 2.0))
                    .fit(pair(0, 1).weighted(1, 2)));

    assertThat(problem).hasMessageThat().contains("weigh examples or classes, not both");
  }

  @Test
  void refusesWeightsThatAreNone() {
    assertThat(assertThrows(IllegalArgumentException.class, () -> pair(0, 1).weighted(1, -1)))
        .hasMessageThat()
        .isEqualTo("the weight of example 1 must be 0 or above, not -1.0");
    assertThat(assertThrows(IllegalArgumentException.class, () -> pair(0, 1).weighted(1)))
        .hasMessageThat()
        .isEqualTo("there are 2 examples but 1 weights");
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> quiet(still("mean_squared_error")).fit(pair(0, 1).weighted("z", 1, 1))))
        .hasMessageThat()
        .isEqualTo("the examples have weights for z, but the outputs of Line are [y]");
  }

  @Test
  void refusesWeightsOfClassesThatNoFloatHolds() {
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () ->
                    quiet(still("binary_crossentropy"))
                        .classWeight(Map.of(1, 1e39))
                        .fit(pair(0, 1))))
        .hasMessageThat()
        .isEqualTo(
            "the weight of class 1 of y must be 0 or above, and fit into a float, not 1.0E39");
  }
}
