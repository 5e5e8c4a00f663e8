package org.synapt.optimizer;

import java.util.Map;

/** A schedule behind a straight climb from 0. */
record WarmUp(LearningRateSchedule schedule, long steps) implements LearningRateSchedule {
  WarmUp {
    Hyperparameters.atLeast(1, "the steps of a warm-up", steps);
  }

  @Override
  public double rate(long step) {
    return step < steps ? schedule.rate(0) * ((double) step / steps) : schedule.rate(step - steps);
  }

  @Override
  public Map<String, Double> hyperparameters() {
    return new Hyperparameters()
        .with(schedule.hyperparameters())
        .with("warm_up.steps", steps)
        .toMap();
  }
}
