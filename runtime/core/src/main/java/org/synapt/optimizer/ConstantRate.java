package org.synapt.optimizer;

import java.util.Map;

/** The same rate for every step. */
record ConstantRate(double learningRate) implements LearningRateSchedule {
  ConstantRate {
    Hyperparameters.atLeastZero("learningRate", learningRate);
  }

  @Override
  public double rate(long step) {
    return learningRate;
  }

  @Override
  public Map<String, Double> hyperparameters() {
    return new Hyperparameters().with("constant.learning_rate", learningRate).toMap();
  }
}
