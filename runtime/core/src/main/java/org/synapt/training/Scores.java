package org.synapt.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.synapt.metric.Tally;

/** Losses and metrics of a network, averaged over the examples that were added. */
final class Scores {
  private final MetricChoice choice;
  private final Tally[][] tallies;

  /** By output; empty where all steps count. */
  private final List<Optional<CountedSteps>> counted;

  private final double[] outputLosses;
  private final double[] values;
  private double loss;
  private int examples;

  Scores(MetricChoice choice) {
    this.choice = choice;
    this.tallies = choice.tallies();
    this.counted = choice.counted();
    this.outputLosses = new double[tallies.length];
    this.values = new double[choice.names().size()];
  }

  void reset() {
    loss = 0;
    examples = 0;
    Arrays.fill(outputLosses, 0);
    for (Tally[] row : tallies) {
      for (Tally tally : row) {
        tally.reset();
      }
    }
  }

  /** Adds a batch that went forward. */
  void add(Batch batch, float batchLoss) {
    int size = batch.size();
    examples += size;
    loss += (double) batchLoss * size;
    for (int output = 0; output < tallies.length; output++) {
      if (tallies.length > 1) {
        outputLosses[output] += (double) batch.pass().loss(output, size) * size;
      }
      if (tallies[output].length > 0) {
        addMetrics(batch, tallies[output], output);
      }
    }
  }

  private void addMetrics(Batch batch, Tally[] row, int output) {
    if (counted.get(output).isPresent()) {
      CountedSteps steps = counted.get(output).get();
      steps.take(batch);
      for (Tally tally : row) {
        tally.add(steps.count(), steps.predictions(), steps.targets());
      }
      return;
    }
    float[] predictions = batch.predictions(output);
    float[] targets = batch.targets(output);
    for (Tally tally : row) {
      tally.add(batch.size() * batch.steps(output), predictions, targets);
    }
  }

  /** How many examples were added. */
  int examples() {
    return examples;
  }

  /** The averages in the order of the names; the same array each time. */
  double[] values() {
    int at = 0;
    values[at++] = loss / examples;
    if (tallies.length > 1) {
      for (double outputLoss : outputLosses) {
        values[at++] = outputLoss / examples;
      }
    }
    for (Tally[] row : tallies) {
      for (Tally tally : row) {
        values[at++] = tally.result();
      }
    }
    return values;
  }

  /** Shows the averages; they follow what is added once {@link #values} is called. */
  Logs live() {
    return new Logs(choice.names(), values);
  }

  /** The averages as they are now, and those of a validation behind them. */
  Logs snapshot(Scores... validations) {
    List<String> names = new ArrayList<>(choice.names());
    double[] all = Arrays.copyOf(values(), values.length * (1 + validations.length));
    for (Scores validation : validations) {
      double[] more = validation.values();
      for (int i = 0; i < more.length; i++) {
        all[names.size()] = more[i];
        names.add("val_" + choice.names().get(i));
      }
    }
    return new Logs(names, all);
  }
}
