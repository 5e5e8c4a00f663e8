package org.synapt.processor.cost;

import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What a {@code @Budget} can limit. */
enum Limit {
  PARAMETERS("parameters", Costs::parameters, Ranking::ofParameters),
  FLOPS("flops", Costs::flops, Ranking::ofFlops),
  ACTIVATION_BYTES(
      "activationBytes",
      Costs::predictionBytes,
      costs -> Ranking.ofMemory(costs, RowCost::predicting)),
  TRAINING_BYTES(
      "trainingBytes", Costs::trainingBytes, costs -> Ranking.ofMemory(costs, RowCost::training)),
  MODEL_BYTES("modelBytes", Costs::fileBytes, Ranking::ofParameters);

  private final String attribute;
  private final ToLongFunction<Costs> cost;
  private final Function<Costs, Ranking> ranking;

  Limit(String attribute, ToLongFunction<Costs> cost, Function<Costs, Ranking> ranking) {
    this.attribute = attribute;
    this.cost = cost;
    this.ranking = ranking;
  }

  String attribute() {
    return attribute;
  }

  long of(Costs costs) {
    return cost.applyAsLong(costs);
  }

  Ranking ranking(Costs costs) {
    return ranking.apply(costs);
  }

  /** The rows that cost most, in numbers; rows share memory, so that none has a share of it. */
  String where(Costs costs) {
    return switch (this) {
      case PARAMETERS, FLOPS -> ranking(costs).shares(of(costs));
      case ACTIVATION_BYTES, TRAINING_BYTES -> "most in " + ranking(costs).numbers();
      case MODEL_BYTES -> "most for the parameters of " + ranking(costs).shares(costs.parameters());
    };
  }
}
