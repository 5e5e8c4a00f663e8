package org.synapt.optimizer;

import static com.google.common.truth.Truth.assertThat;
import static org.synapt.optimizer.Golden.row;

import org.junit.jupiter.api.Test;

/** The numbers are those of {@code keras/src/optimizers/adamw_test.py}. */
final class AdamWTest {
  @Test
  void makesTheStepThatKerasPublishes() {
    Golden.singleStep(AdamW.withLearningRate(0.5), 0.4980, 1.4960, 2.494, 3.492);
  }

  @Test
  void makesTheFiveStepsThatKerasPublishes() {
    Golden.fiveSteps(
        AdamW.withLearningRate(1).weightDecay(0.5).epsilon(2),
        row(0.4998),
        row(0.2486, 0.2475, 0.2463, 0.2451, 0.244, 0.2428, 0.2417, 0.2405, 0.2394, 0.2382),
        row(0.1223, 0.1198, 0.1174, 0.1149, 0.1124, 0.11, 0.1075, 0.1051, 0.1027, 0.1003),
        row(0.0586, 0.0549, 0.0512, 0.0475, 0.0439, 0.0402, 0.0366, 0.033, 0.0294, 0.0258),
        row(0.0263, 0.0215, 0.0167, 0.012, 0.0073, 0.0026, -0.0021, -0.0067, -0.0113, -0.0159));
  }

  /** test_weight_decay: three steps by gradients of 0, the decay alone. */
  @Test
  void decaysAsKerasPublishes() {
    Trial trial = new Trial(AdamW.withLearningRate(1).weightDecay(0.004), 2);
    trial.step(0).step(0).step(0);

    assertThat(trial.parameters()[0]).isWithin(1e-6f).of(1.9760959f);
  }

  @Test
  void isAdamWithDecay() {
    Trial adamW = new Trial(AdamW.defaults().amsgrad(), 1, -2, 3);
    Trial adam = new Trial(Adam.defaults().epsilon(1e-7).amsgrad().weightDecay(0.004), 1, -2, 3);
    for (int i = 0; i < 5; i++) {
      adamW.step(i, 1 - i, 0.3f);
      adam.step(i, 1 - i, 0.3f);
    }

    assertThat(adamW.parameters())
        .usingExactEquality()
        .containsExactly(adam.parameters())
        .inOrder();
  }

  @Test
  void hasTheDefaultsOfKeras3() {
    assertThat(AdamW.defaults().hyperparameters())
        .containsExactly(
            "lr",
            0.001,
            "beta_1",
            0.9,
            "beta_2",
            0.999,
            "epsilon",
            1e-7,
            "amsgrad",
            0.0,
            "decay",
            0.0,
            "weight_decay",
            0.004)
        .inOrder();
  }
}
