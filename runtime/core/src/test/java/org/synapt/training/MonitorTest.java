package org.synapt.training;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.synapt.training.LineData.network;
import static org.synapt.training.LineData.points;
import static org.synapt.training.LineData.quiet;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synapt.metric.Metric;
import org.synapt.network.LinearNetwork;
import org.synapt.optimizer.SGD;

final class MonitorTest {
  private static String refusal(Trainer trainer, Callback callback) {
    return assertThrows(
            IllegalArgumentException.class, () -> trainer.callbacks(callback).fit(points(8)))
        .getMessage();
  }

  @Test
  @Tag("K3")
  void saysBeforeTheFirstStepWhatThereIsToMonitor() {
    LinearNetwork network = network();
    float[] before = TrainerTest.bytes(network);

    String message =
        refusal(quiet(network).validationSplit(0.5), EarlyStopping.monitor("val_los").patience(1));

    assertThat(message)
        .isEqualTo(
            "EarlyStopping monitors val_los, but an epoch reports [loss, val_loss] (did you mean"
                + " val_loss?)");
    assertThat(TrainerTest.bytes(network)).isEqualTo(before);
  }

  @Test
  void saysThatNothingIsValidatedWith() {
    assertThat(refusal(quiet(network()), ReduceLROnPlateau.monitor("val_loss")))
        .isEqualTo(
            "ReduceLROnPlateau monitors val_loss, but nothing is validated there: set"
                + " validationSplit or validationData, or take loss");
  }

  @Test
  void knowsTheShortNameOfAccuracy() {
    LinearNetwork network = LinearNetwork.of(LineData.backend(1), 7, 2, "mean_squared_error");

    assertThat(
            refusal(
                quiet(network).metrics(Metric.accuracy()).validationSplit(0.5),
                EarlyStopping.monitor("val_accuracy")))
        .endsWith("(did you mean val_acc?)");
  }

  @Test
  void refusesModelCheckpointsMonitorIfTheBestIsAskedFor() {
    assertThat(refusal(quiet(network()), ModelCheckpoint.to("never").saveBestOnly()))
        .startsWith("ModelCheckpoint monitors val_loss, but nothing is validated there");
  }

  /** Keras 3, early_stopping_test.py, test_early_stopping: the cases of mode auto, and a few. */
  @ParameterizedTest
  @CsvSource({
    "mse, MIN",
    "acc, MAX",
    "accuracy, MAX",
    "hinge, MIN",
    "f1_score, MAX",
    "mean_absolute_error, MIN",
    "categorical_crossentropy, MIN",
    "kullback_leibler_divergence, MIN",
    "cosine_proximity, MIN",
    "cosine_similarity, MAX",
    "top_k_categorical_accuracy, MAX",
    "auc, MAX",
    "precision, MAX",
    "recall, MAX",
    "r2_score, MAX",
    "false_negatives, MIN",
    "true_positives, MAX",
  })
  void asksTheMetricWhichWayIsBetter(String name, Mode mode) {
    boolean grows = Metric.of(name).largerIsBetter();

    assertThat(Direction.of(name, grows)).isEqualTo(mode);
    assertThat(Direction.of("val_kind_" + name + "_1", grows)).isEqualTo(mode);
  }

  @ParameterizedTest
  @CsvSource({"loss", "val_loss", "price_loss", "val_price_loss"})
  void knowsThatLossesFall(String name) {
    assertThat(Direction.of(name, false)).isEqualTo(Mode.MIN);
  }

  @Test
  void takesTheWordOfAUsersMetric() {
    LinearNetwork network = network();

    History history =
        quiet(network)
            .metrics(Metric.accuracy().named("likes"))
            .optimizer(SGD.withLearningRate(0))
            .epochs(9)
            .callbacks(EarlyStopping.monitor("likes").patience(2))
            .fit(points(8));

    // It stays where it is, which is no improvement whichever way.
    assertThat(history.epochs()).hasSize(3);
  }

  @Test
  void asksForAModeWhereTheNameDoesNotTell() {
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Rehearsal("whatever", 1).run(EarlyStopping.monitor("whatever")));

    assertThat(thrown)
        .hasMessageThat()
        .isEqualTo(
            "EarlyStopping monitors whatever, of which neither metric nor name tells which way is"
                + " better; say mode(Mode.MAX) if it should grow, mode(Mode.MIN) if it should"
                + " fall");
    assertThat(
            new Rehearsal("whatever", 1, 2).run(EarlyStopping.monitor("whatever").mode(Mode.MAX)))
        .isEqualTo(2);
  }
}
