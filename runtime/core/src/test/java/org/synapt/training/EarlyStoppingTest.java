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
import org.synapt.network.LinearNetwork;
import org.synapt.optimizer.SGD;

@Tag("K3")
@Tag("R6")
final class EarlyStoppingTest {

  /**
   * Keras 3, early_stopping_test.py, test_early_stopping_patience: stops in max(patience, 1) + 2.
   */
  @ParameterizedTest
  @CsvSource({"0, 4", "1, 4", "2, 5", "3, 6"})
  void endsBehindThePatienceThBadEpoch(int patience, int epochs) {
    double[] losses = {10.0, 9.0, 8.0, 9.0, 8.9, 8.8, 8.7, 8.6, 8.5};

    int trained =
        new Rehearsal("loss", losses).run(EarlyStopping.monitor("loss").patience(patience));

    assertThat(trained).isEqualTo(epochs);
  }

  /** Keras 2.0.5 and later, test_callbacks.py, test_EarlyStopping_patience. */
  @Test
  void endsBehindTheThirdEpochOfKerassExample() {
    Rehearsal rehearsal = new Rehearsal("val_loss", 0.0860, 0.1096, 0.1040, 0.1019);

    assertThat(rehearsal.run(EarlyStopping.monitor("val_loss").patience(2))).isEqualTo(3);
  }

  /**
   * Keras 2.0.0, callbacks.py: {@code if wait >= patience: stop}, and only then {@code wait += 1}.
   */
  @ParameterizedTest
  @CsvSource({"0, 4", "1, 5", "2, 6", "3, 7"})
  void toleratesSoManyBadEpochsAsKeras2Did(int tolerated, int epochs) {
    double[] losses = {10.0, 9.0, 8.0, 9.0, 8.9, 8.8, 8.7, 8.6, 8.5};

    int trained =
        new Rehearsal("loss", losses).run(EarlyStopping.monitor("loss").tolerate(tolerated));

    assertThat(trained).isEqualTo(epochs);
  }

  /**
   * Keras 3, early_stopping_test.py,
   * test_early_stopping_final_weights_when_restoring_model_weights: three sequences and the epochs
   * whose weights are restored.
   */
  @Test
  void restoresTheParametersOfTheBestEpoch() {
    Rehearsal rehearsal = new Rehearsal("val_loss", 0.2, 0.15, 0.1, 0.11, 0.12);

    rehearsal.run(EarlyStopping.monitor("val_loss").patience(2).restoreBestWeights());

    assertThat(rehearsal.epochOfParameters()).isEqualTo(2);
  }

  @Test
  void endsIfNoEpochBetteredTheBaselineAndRestoresTheBestAllTheSame() {
    Rehearsal rehearsal = new Rehearsal("val_loss", 0.9, 0.8, 0.7, 0.71, 0.72, 0.73);

    int trained =
        rehearsal.run(
            EarlyStopping.monitor("val_loss").patience(5).baseline(0.5).restoreBestWeights());

    assertThat(trained).isEqualTo(5);
    assertThat(rehearsal.epochOfParameters()).isEqualTo(2);
  }

  @Test
  void restoresThoughSomebodyElseEndedTraining() {
    Rehearsal rehearsal = new Rehearsal("val_loss", 0.9, 0.8, 0.7, 0.71, 0.72, 0.73);
    Callback other =
        LambdaCallback.empty()
            .onEpochEnd(
                (epoch, logs) -> {
                  if (epoch == 3) {
                    rehearsal.stop();
                  }
                });

    int trained =
        rehearsal.run(
            EarlyStopping.monitor("val_loss").patience(5).baseline(0.5).restoreBestWeights(),
            other);

    assertThat(trained).isEqualTo(4);
    assertThat(rehearsal.epochOfParameters()).isEqualTo(2);
  }

  @Test
  void keepsTheLastParametersUnlessTold() {
    Rehearsal rehearsal = new Rehearsal("val_loss", 0.1, 0.2, 0.3);

    rehearsal.run(EarlyStopping.monitor("val_loss").patience(2));

    assertThat(rehearsal.epochOfParameters()).isEqualTo(2);
  }

  @Test
  void restoresNothingIfTrainingFails() {
    Rehearsal rehearsal = new Rehearsal("val_loss", 0.1, 0.2, 0.3);
    Callback failing =
        LambdaCallback.empty()
            .onEpochEnd(
                (epoch, logs) -> {
                  if (epoch == 2) {
                    throw new IllegalStateException("as planned");
                  }
                });

    assertThrows(
        IllegalStateException.class,
        () ->
            rehearsal.run(
                EarlyStopping.monitor("val_loss").patience(9).restoreBestWeights(), failing));

    assertThat(rehearsal.epochOfParameters()).isEqualTo(2);
  }

  @Test
  void asksForAChangeOfMinDelta() {
    double[] losses = {1.0, 0.95, 0.9, 0.85, 0.8};

    assertThat(new Rehearsal("loss", losses).run(EarlyStopping.monitor("loss").patience(2)))
        .isEqualTo(5);
    // 0.95 and 0.9 are not below 1.0 − 0.125.
    assertThat(
            new Rehearsal("loss", losses)
                .run(EarlyStopping.monitor("loss").patience(2).minDelta(0.125)))
        .isEqualTo(3);
  }

  @Test
  void growsWhereTheNumberShould() {
    double[] shares = {0.5, 0.6, 0.7, 0.6, 0.5};

    assertThat(new Rehearsal("val_acc", shares).run(EarlyStopping.monitor("val_acc").patience(2)))
        .isEqualTo(5);
    assertThat(
            new Rehearsal("val_acc", shares)
                .run(EarlyStopping.monitor("val_acc").patience(2).mode(Mode.MIN)))
        .isEqualTo(3);
  }

  @Test
  void watchesNothingBeforeItsFirstEpoch() {
    double[] losses = {1, 2, 3, 4, 5, 6, 7};

    assertThat(
            new Rehearsal("loss", losses)
                .run(EarlyStopping.monitor("loss").patience(2).startFromEpoch(3)))
        .isEqualTo(6);
  }

  @Test
  void neverTakesNaNForBetter() {
    double nan = Double.NaN;

    assertThat(
            new Rehearsal("loss", nan, 2, nan, 1, nan, nan)
                .run(EarlyStopping.monitor("loss").patience(2)))
        .isEqualTo(6);
  }

  @Test
  void beginsAnewInTheNextTraining() {
    EarlyStopping stopper = EarlyStopping.monitor("loss").patience(2);

    assertThat(new Rehearsal("loss", 1, 2, 3, 4).run(stopper)).isEqualTo(3);
    assertThat(new Rehearsal("loss", 9, 8, 9, 9).run(stopper)).isEqualTo(4);
  }

  @Test
  void passesOverEpochsThatAreNotValidated() {
    LinearNetwork network = network();

    History history =
        quiet(network)
            .optimizer(SGD.withLearningRate(0))
            .validationSplit(0.5)
            .validationFreq(3)
            .epochs(20)
            .callbacks(EarlyStopping.monitor("val_loss").patience(2))
            .fit(points(10));

    // Behind the epochs 2, 5 and 8 the loss is the same.
    assertThat(history.epochs()).hasSize(9);
  }

  @Test
  void saysWhatItDoes() {
    StringBuilder said = new StringBuilder();

    new Rehearsal("loss", 3, 1, 2, 3)
        .run(EarlyStopping.monitor("loss").patience(2).restoreBestWeights().verbose(said));

    assertThat(said.toString())
        .isEqualTo("Epoch 4: early stopping\nEpoch 2: its parameters, the best, are restored\n");
  }

  @Test
  void refusesWhatIsOutOfRange() {
    EarlyStopping stopper = EarlyStopping.monitor("loss");

    assertThrows(IllegalArgumentException.class, () -> stopper.patience(-1));
    assertThrows(IllegalArgumentException.class, () -> stopper.tolerate(-1));
    assertThrows(IllegalArgumentException.class, () -> stopper.startFromEpoch(-1));
    assertThrows(IllegalArgumentException.class, () -> stopper.minDelta(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> stopper.baseline(Double.NaN));
  }
}
