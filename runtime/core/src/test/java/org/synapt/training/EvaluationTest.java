package org.synapt.training;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.synapt.training.LineData.quiet;

import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.metric.Average;
import org.synapt.metric.ConfusionMatrix;
import org.synapt.metric.Metric;
import org.synapt.network.LinearNetwork;
import org.synapt.optimizer.SGD;

/** Of networks that predict what they are given. */
@Tag("T7")
final class EvaluationTest {
  private static final String BINARY = "binary_crossentropy";

  private static LinearNetwork echo(String loss, String... outputs) {
    LinearNetwork network = LinearNetwork.of("Echo", LineData.backend(1), 7, 1, loss, outputs);
    for (String output : outputs) {
      network.parameter(output + ".weight").set(1);
    }
    return network;
  }

  private static Examples examples(float[] x, float... y) {
    return Examples.of(Column.of("x", 1, x), Column.of("y", 1, y));
  }

  private static Examples four() {
    return examples(new float[] {0.1f, 0.4f, 0.35f, 0.8f}, 0, 0, 1, 1);
  }

  private static Examples twoTargets() {
    Column y = four().target("y");
    return Examples.of(four().inputs(), Arrays.asList(y.named("price"), y.named("kind")));
  }

  private static String refusal(Runnable action) {
    return assertThrows(IllegalArgumentException.class, action::run).getMessage();
  }

  @Test
  @Tag("T8")
  void namesWhatItReports() {
    Evaluation evaluation = Evaluation.of(echo(BINARY, "y"), four());
    String name = evaluation.metricsNames().get(1);

    assertThat(String.format(Locale.ROOT, "%s: %.2f%%", name, evaluation.value(name) * 100))
        .isEqualTo("acc: 75.00%");
    assertThat(evaluation.values()[1]).isEqualTo(0.75);
  }

  /** The tutorial's two cases: with labels a network is evaluated, without them it predicts. */
  @Test
  @Tag("T9")
  void evaluatesWithLabelsAndPredictsWithout() {
    LinearNetwork network = echo(BINARY, "y");
    Examples unlabelled = Examples.of(four().inputs(), Collections.emptyList());
    Column predicted = quiet(network).predict(unlabelled).get(0);

    assertThat(predicted.name()).isEqualTo("y");
    assertThat(predicted.value(3, 0)).isEqualTo(0.8f);
    assertThat(quiet(network).evaluate(four()).value("acc")).isEqualTo(0.75);
  }

  @Test
  @Tag("T8")
  void reportsMetricsByName() {
    Evaluation evaluation =
        Evaluation.of(
            echo(BINARY, "y"),
            four(),
            Metric.auc(),
            Metric.precision(),
            Metric.recall(),
            Metric.f1Score(),
            Metric.of("mae"));

    assertThat(evaluation.metricsNames())
        .containsExactly("loss", "auc", "precision", "recall", "f1_score", "mae")
        .inOrder();
    assertThat(evaluation.value("auc")).isEqualTo(0.75);
    assertThat(evaluation.value("precision")).isEqualTo(1.0);
    assertThat(evaluation.value("recall")).isEqualTo(0.5);
    assertThat(evaluation.value("f1_score")).isWithin(1e-12).of(2.0 / 3);
    Map<String, Double> map = evaluation.asMap();
    assertThat(map).containsEntry("auc", 0.75);
    assertThat(map.keySet()).containsExactlyElementsIn(evaluation.metricsNames()).inOrder();
    assertThrows(UnsupportedOperationException.class, () -> map.put("auc", 1.0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 300})
  void givesTheSameWhateverTheSizeOfABatch(int size) {
    Random random = new Random(7);
    float[] x = new float[300];
    float[] y = new float[300];
    for (int i = 0; i < x.length; i++) {
      y[i] = random.nextInt(2);
      x[i] = (random.nextFloat() + y[i]) / 2;
    }
    Metric[] metrics = {
      Metric.auc(),
      Metric.auc().pr(),
      Metric.precision(),
      Metric.recall().atThreshold(0.7),
      Metric.of("rmse"),
      Metric.r2Score()
    };
    LinearNetwork network = echo(BINARY, "y");
    // A rate of 0 leaves the network as it is, so that the epoch measures what evaluation does.
    History history =
        quiet(network)
            .optimizer(SGD.withLearningRate(0))
            .metrics(metrics)
            .batchSize(size)
            .shuffle(false)
            .validationData(examples(x, y))
            .fit(examples(x, y));

    Evaluation whole = Evaluation.of(network, examples(x, y), metrics);
    for (String name : whole.metricsNames().subList(1, 1 + metrics.length)) {
      assertThat(history.last(name)).isEqualTo(whole.value(name));
      assertThat(history.last("val_" + name)).isEqualTo(whole.value(name));
    }
  }

  @Test
  void measuresOneOfSeveralOutputsByItsOwnMetrics() {
    Evaluation evaluation =
        quiet(echo(BINARY, "price", "kind"))
            .metrics(Metric.of("mae"))
            .metrics("kind", Metric.auc(), Metric.precision())
            .evaluate(twoTargets());

    assertThat(evaluation.metricsNames())
        .containsExactly(
            "loss", "price_loss", "kind_loss", "price_mae", "kind_auc", "kind_precision")
        .inOrder();
    assertThat(evaluation.value("kind_auc")).isEqualTo(0.75);
  }

  @Test
  void leavesOtherOutputsTheirUsualMetric() {
    assertThat(
            quiet(echo(BINARY, "price", "kind"))
                .metrics("price")
                .evaluate(twoTargets())
                .metricsNames())
        .containsExactly("loss", "price_loss", "kind_loss", "kind_acc")
        .inOrder();
  }

  @Test
  void guessesTheOutputThatWasMeant() {
    assertThat(refusal(() -> quiet(echo(BINARY, "price", "kind")).metrics("knid", Metric.auc())))
        .isEqualTo("Echo has no output knid to measure; it has [price, kind] (did you mean kind?)");
  }

  @Test
  void numbersASecondMetricOfAName() {
    Evaluation evaluation =
        Evaluation.of(
            echo(BINARY, "y"),
            four(),
            Metric.recall(),
            Metric.recall().atThreshold(0.3),
            Metric.recall().atThreshold(0.3).named("recall_at_0.3"));

    assertThat(evaluation.metricsNames())
        .containsExactly("loss", "recall", "recall_1", "recall_at_0.3")
        .inOrder();
    assertThat(evaluation.value("recall_1")).isEqualTo(1.0);
    assertThat(evaluation.value("recall_at_0.3")).isEqualTo(1.0);
  }

  @Test
  void refusesAMetricThatIsThereTwice() {
    assertThat(
            refusal(
                () ->
                    Evaluation.of(
                        echo(BINARY, "y"), four(), Metric.precision(), Metric.precision())))
        .isEqualTo("precision(MICRO) is asked for twice at y");
    assertThat(
            refusal(
                () ->
                    Evaluation.of(
                        echo(BINARY, "y"), four(), Metric.accuracy(), Metric.of("accuracy"))))
        .isEqualTo("acc is asked for twice at y");
  }

  @Test
  void refusesTheNameOfALossOrOfAValidation() {
    LinearNetwork network = echo(BINARY, "y");

    assertThat(refusal(() -> Evaluation.of(network, four(), Metric.auc().named("loss"))))
        .contains("cannot be named loss in logs, where that is a loss");
    assertThat(refusal(() -> Evaluation.of(network, four(), Metric.auc().named("val_auc"))))
        .contains("cannot be named val_auc in logs, where that is of a validation");
  }

  @Test
  void refusesTargetsThatAMetricCannotTakeBeforeAStepIsDone() {
    LinearNetwork network = echo("mean_squared_error", "y");
    float[] before = network.parameter("y.weight").get();
    Examples halves = examples(new float[] {0, 1, 1}, 0, 1, 0.5f);
    Trainer trainer = quiet(network).metrics(Metric.auc());

    String expected = "y of example 2 is 0.5, but auc takes 0 and 1";
    assertThat(refusal(() -> trainer.fit(halves))).isEqualTo(expected);
    assertThat(refusal(() -> trainer.evaluate(halves))).isEqualTo(expected);
    assertThat(refusal(() -> trainer.trainOnBatch(halves))).isEqualTo(expected);
    assertThat(refusal(() -> trainer.validationData(halves).fit(four()))).isEqualTo(expected);
    assertThat(network.parameter("y.weight").get()).isEqualTo(before);
  }

  @Test
  void namesTheOutputWhoseTargetsAMetricCannotTake() {
    assertThat(
            refusal(
                () ->
                    Evaluation.of(
                        echo("hinge", "y"), examples(new float[] {1}, 1), Metric.precision())))
        .isEqualTo("y: precision takes targets of 0 and 1, but those of hinge are −1 and 1");
    assertThat(refusal(() -> Evaluation.of(echo(BINARY, "y"), four(), Metric.recall().ofClass(1))))
        .startsWith("y: the output has one column");
  }

  @Test
  void countsHowOftenAClassIsTakenForAnother() {
    ConfusionMatrix matrix =
        Evaluation.confusionMatrix(echo(BINARY, "y"), four()).withNames("healthy", "ill");

    assertThat(matrix.toString())
        .isEqualTo(
            """
                     healthy   ill  precision  recall  f1-score  support
            healthy        2     0     0.6667  1.0000    0.8000        2
            ill            1     1     1.0000  0.5000    0.6667        2
            accuracy 0.7500 of 4""");
  }

  @Test
  void asksWhichOfSeveralOutputsAMatrixIsOf() {
    LinearNetwork network = echo(BINARY, "price", "kind");

    assertThat(refusal(() -> Evaluation.confusionMatrix(network, twoTargets())))
        .contains("say which one");
    assertThat(Evaluation.confusionMatrix(network, twoTargets(), "kind").total()).isEqualTo(4);
    assertThat(refusal(() -> Evaluation.confusionMatrix(network, twoTargets(), "kin")))
        .contains("did you mean kind?)");
  }

  @Test
  void measuresByAUsersOwnLambda() {
    Evaluation evaluation =
        Evaluation.of(
            echo("mean_squared_error", "y"),
            examples(new float[] {1, 2, 3}, 0, 0, 0),
            Metric.error("worst_case", (p, t) -> Math.max(p[0] - t[0], 2)));

    assertThat(evaluation.value("worst_case")).isWithin(1e-12).of(7.0 / 3);
  }

  @Test
  void knowsWhichNumbersOfALogAreToGrow() {
    MetricChoice choice =
        new MetricChoice(
            echo(BINARY, "price", "kind").signature(),
            Optional.of(Arrays.asList(Metric.score("overlap", (p, t) -> 1))),
            Collections.singletonMap(
                "kind", Arrays.asList(Metric.recall(), Metric.recall().average(Average.MACRO))));

    assertThat(choice.largerIsBetter("price_overlap")).hasValue(true);
    assertThat(choice.largerIsBetter("val_kind_recall_1")).hasValue(true);
    assertThat(choice.largerIsBetter("val_kind_loss")).hasValue(false);
    assertThat(choice.largerIsBetter("kind_acc")).isEmpty();
  }
}
