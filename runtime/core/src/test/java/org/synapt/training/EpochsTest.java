package org.synapt.training;

import static com.google.common.truth.Truth.assertThat;
import static org.synapt.training.LineData.network;
import static org.synapt.training.LineData.points;
import static org.synapt.training.LineData.quiet;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an epoch is made of, where one says so. */
@Tag("T3")
@Tag("T6")
final class EpochsTest {

  private static final class Steps implements Callback {
    private final List<Integer> batches = new ArrayList<>();
    private final List<Boolean> validated = new ArrayList<>();
    private int steps;

    @Override
    public void onBatchEnd(int batch, Logs logs) {
      steps++;
    }

    @Override
    public void onEpochEnd(int epoch, Logs logs) {
      batches.add(steps);
      steps = 0;
      validated.add(logs.containsKey("val_loss"));
    }
  }

  @Test
  void hasAStepForEveryBatch() {
    Steps steps = new Steps();

    quiet(network()).batchSize(10).epochs(2).callbacks(steps).fit(points(95));

    assertThat(steps.batches).containsExactly(10, 10);
  }

  @Test
  void endsAfterItsSteps() {
    Steps steps = new Steps();

    quiet(network()).batchSize(10).stepsPerEpoch(4).epochs(2).callbacks(steps).fit(points(95));

    assertThat(steps.batches).containsExactly(4, 4);
  }

  @Test
  void isValidatedAsOftenAsAskedFor() {
    Steps steps = new Steps();

    quiet(network())
        .validationData(points(5))
        .validationFreq(2)
        .epochs(5)
        .callbacks(steps)
        .fit(points(10));

    assertThat(steps.validated).containsExactly(false, true, false, true, false).inOrder();
  }

  @Test
  void validatesInBatchesOfTheirOwnSizeAndNumber() {
    double half = validated(quiet(network()).validationBatchSize(25).validationSteps(2));
    double whole = validated(quiet(network()).validationBatchSize(50));
    double all = validated(quiet(network()).validationBatchSize(7));

    assertThat(half).isWithin(1e-6).of(validated(quiet(network()), 50));
    assertThat(whole).isWithin(1e-6).of(all);
    assertThat(half).isNotEqualTo(whole);
  }

  private static double validated(Trainer trainer) {
    return validated(trainer, 100);
  }

  private static double validated(Trainer trainer, int examples) {
    return trainer.validationData(points(examples)).fit(points(10)).last("val_loss");
  }
}
