package org.synapt.training;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** The sequences are those of Keras 3's reduce_lr_on_plateau_test.py where it is named. */
final class ReduceLROnPlateauTest {
  private static double[] afterwards(ReduceLROnPlateau callback, double... losses) {
    Rehearsal rehearsal = new Rehearsal("val_loss", losses);
    rehearsal.learningRate(0.1);
    rehearsal.run(callback);
    return rehearsal.rates.stream().mapToDouble(rate -> rate).toArray();
  }

  /** Keras 2 and tf.keras, test_ReduceLROnPlateau_patience: all rates are 1 but the last. */
  @Test
  void waitsForPatience() {
    Rehearsal rehearsal = new Rehearsal("val_loss", 0.0860, 0.1096, 0.1040);

    rehearsal.run(ReduceLROnPlateau.monitor("val_loss").patience(2));

    assertThat(rehearsal.rates).containsExactly(1.0, 1.0, 0.1).inOrder();
  }

  /** Keras 3, test_reduces_lr_with_model_fit: patience 1, minDelta 100, 0.1 ends at 0.01. */
  @Test
  void reducesByItsFactor() {
    double[] rates =
        afterwards(ReduceLROnPlateau.monitor("val_loss").patience(1).minDelta(100), 3, 2);

    assertThat(rates).usingTolerance(1e-15).containsExactly(0.1, 0.01).inOrder();
  }

  /** Keras 3, test_honors_min_lr: minDelta 10, minLr 0.005, four epochs end at 0.005. */
  @Test
  void doesNotFallBelowItsLeastRate() {
    double[] rates =
        afterwards(
            ReduceLROnPlateau.monitor("val_loss").patience(1).minDelta(10).minLr(0.005),
            4,
            3,
            2,
            1);

    assertThat(rates).usingTolerance(1e-15).containsExactly(0.1, 0.01, 0.005, 0.005).inOrder();
  }

  /** Keras 3, test_cooldown: cooldown 2, four epochs reduce twice, to 0.001. */
  @Test
  void coolsDownBehindAReduction() {
    double[] rates =
        afterwards(
            ReduceLROnPlateau.monitor("val_loss").patience(1).minDelta(100).cooldown(2),
            4,
            3,
            2,
            1);

    assertThat(rates).usingTolerance(1e-15).containsExactly(0.1, 0.01, 0.01, 0.001).inOrder();
  }

  @Test
  void countsBadEpochsInARowAlone() {
    double[] rates =
        afterwards(
            ReduceLROnPlateau.monitor("val_loss").patience(2).factor(0.5).minDelta(0),
            3,
            4,
            2,
            3,
            3,
            3,
            3);

    assertThat(rates)
        .usingTolerance(1e-15)
        .containsExactly(0.1, 0.1, 0.1, 0.1, 0.05, 0.05, 0.025)
        .inOrder();
  }

  @Test
  void waitsForAccuracyToGrow() {
    Rehearsal rehearsal = new Rehearsal("acc", 0.5, 0.6, 0.6, 0.7);

    rehearsal.run(ReduceLROnPlateau.monitor("acc").patience(1));

    assertThat(rehearsal.rates).containsExactly(1.0, 1.0, 0.1, 0.1).inOrder();
  }

  /** Keras 3, test_verbose_logging, says the rate. */
  @Test
  void saysTheRate() {
    StringBuilder said = new StringBuilder();

    afterwards(ReduceLROnPlateau.monitor("val_loss").patience(1).factor(0.5).verbose(said), 1, 1);

    assertThat(said.toString()).isEqualTo("Epoch 2: the learning rate is reduced to 0.05\n");
  }

  @Test
  void refusesWhatIsOutOfRange() {
    ReduceLROnPlateau callback = ReduceLROnPlateau.monitor("loss");

    assertThrows(IllegalArgumentException.class, () -> callback.factor(1));
    assertThrows(IllegalArgumentException.class, () -> callback.factor(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> callback.patience(-1));
    assertThrows(IllegalArgumentException.class, () -> callback.cooldown(-1));
    assertThrows(IllegalArgumentException.class, () -> callback.minLr(-1));
  }
}
