package org.synapt.training;

import static com.google.common.truth.Truth.assertThat;
import static org.synapt.training.LineData.quiet;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.network.LinearNetwork;
import org.synapt.optimizer.SGD;

/**
 * The loss of a step is that of its batch, and not of all examples: the tutorial's sum {@code L' =
 * l₁ + l₃₁ + …}, which Keras and this divide by the size of the batch.
 */
@Tag("C10")
final class MiniBatchTest {
  private static final float[] Y = {1, -1, 4, 2, 0};

  /** y = b, with b = 0 to begin with. */
  private static LinearNetwork still() {
    LinearNetwork network = LinearNetwork.of(LineData.backend(1), 7, 1, "mean_squared_error");
    network.parameter("y.weight").set(0);
    return network;
  }

  private static Examples five() {
    return Examples.of(Column.of("x", 1, new float[Y.length]), Column.of("y", 1, Y.clone()));
  }

  @Test
  void theLossOfABatchIsTheMeanOverItsExamples() {
    Trainer trainer = quiet(still());

    assertThat(trainer.testOnBatch(five().slice(0, 2)).loss()).isWithin(1e-6).of((1 + 1) / 2.0);
    assertThat(trainer.testOnBatch(five().slice(2, 4)).loss()).isWithin(1e-6).of((16 + 4) / 2.0);
    assertThat(trainer.testOnBatch(five()).loss()).isWithin(1e-6).of((1 + 1 + 16 + 4) / 5.0);
  }

  @Test
  void aStepFollowsTheGradientOfItsBatchAlone() {
    LinearNetwork network = still();

    quiet(network)
        .optimizer(SGD.withLearningRate(0.25))
        .batchSize(2)
        .shuffle(false)
        .stepsPerEpoch(1)
        .fit(five());

    // db = Σ 2 (0 − y) / 2 over 1 and −1 is 0, though over all five it is not.
    assertThat(network.parameter("y.bias").get()[0]).isEqualTo(0f);
  }

  @Test
  void theLossOfAnEpochIsTheMeanOfItsExamplesAndNotOfItsBatches() {
    History history =
        quiet(still()).optimizer(SGD.withLearningRate(0)).batchSize(2).shuffle(false).fit(five());

    // Batches of 2, 2 and 1 lose 1, 10 and 0.
    assertThat(history.last("loss")).isWithin(1e-6).of((2 * 1 + 2 * 10 + 1 * 0) / 5.0);
  }
}
