package org.synapt.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.synapt.network.Network;

/** The loop: batch, forward, loss, backward, update, callbacks. */
final class Fit implements Training {
  private final Network network;
  private final Settings settings;
  private final Step step;
  private final Source examples;
  private final Optional<Source> validation;
  private final List<Callback> callbacks;
  private final Batch batch;
  private final Scores epochScores;
  private final Scores batchScores;
  private final Scores validationScores;
  private final Logs running;
  private final Logs batchLogs;
  private final History history = new History();
  private int lastCount;
  private int epochsDone;
  private boolean stopped;

  /**
   * A training that is about to begin.
   *
   * @param batch where each batch goes, of the training and of the validation
   */
  Fit(
      Network network,
      Settings settings,
      Step step,
      Batch batch,
      Source examples,
      Optional<Source> validation) {
    this.network = network;
    this.settings = settings;
    this.step = step;
    this.batch = batch;
    this.examples = examples;
    this.validation = validation;
    this.callbacks = settings.allCallbacks();
    MetricChoice choice = settings.metrics(network.signature());
    this.epochScores = new Scores(choice);
    this.batchScores = new Scores(choice);
    this.validationScores = new Scores(choice);
    this.running = epochScores.live();
    this.batchLogs = batchScores.live();
  }

  History run() {
    epochsDone = settings.initialEpoch;
    try {
      for (Callback callback : callbacks) {
        callback.onTrainBegin(this);
      }
      while (epochsDone < settings.epochs && !stopped) {
        epoch(epochsDone);
      }
    } finally {
      for (Callback callback : callbacks) {
        callback.onTrainEnd();
      }
    }
    return history;
  }

  private void epoch(int epoch) {
    for (Callback callback : callbacks) {
      callback.onEpochBegin(epoch);
    }
    epochScores.reset();
    try (Batches batches = examples.open(epoch, step.optimization().iteration())) {
      int number = 0;
      while (number < settings.stepsPerEpoch && batches.next(batch)) {
        batch(number++);
      }
    }
    if (epochScores.examples() == 0) {
      throw new IllegalStateException("there are no examples in epoch " + (epoch + 1));
    }
    lastCount = epochScores.examples();
    epochsDone = epoch + 1;
    report(epoch);
  }

  private void batch(int number) {
    for (int i = 0; i < callbacks.size(); i++) {
      callbacks.get(i).onBatchBegin(number);
    }
    float loss = step.forward(batch);
    epochScores.add(batch, loss);
    if (!callbacks.isEmpty()) {
      batchScores.reset();
      batchScores.add(batch, loss);
      batchScores.values();
    }
    step.backward(batch);
    for (int i = 0; i < callbacks.size(); i++) {
      callbacks.get(i).onBatchEnd(number, batchLogs);
    }
  }

  private void report(int epoch) {
    Logs logs;
    if (validation.isPresent() && settings.validates(epoch)) {
      Evaluation.score(batch, validation.get(), settings.validationSteps, validationScores);
      logs = epochScores.snapshot(validationScores);
    } else {
      logs = epochScores.snapshot();
    }
    history.add(epoch, logs);
    for (Callback callback : callbacks) {
      callback.onEpochEnd(epoch, logs);
    }
  }

  /** How many epochs have been done, those before this training too. */
  int epochsDone() {
    return epochsDone;
  }

  @Override
  public Network network() {
    return network;
  }

  @Override
  public int epochs() {
    return settings.epochs;
  }

  @Override
  public int batchSize() {
    return settings.batchSize;
  }

  @Override
  public int examples() {
    if (examples.count() == 0) {
      return lastCount;
    }
    long most = (long) settings.stepsPerEpoch * settings.batchSize;
    return (int) Math.min(examples.count(), most);
  }

  @Override
  public int validationExamples() {
    return validation.isPresent() ? validation.get().count() : 0;
  }

  @Override
  public int seen() {
    return epochScores.examples();
  }

  @Override
  public Logs running() {
    epochScores.values();
    return running;
  }

  @Override
  public double learningRate() {
    return step.optimization().learningRate();
  }

  @Override
  public void learningRate(double rate) {
    step.optimization().learningRate(rate);
  }

  @Override
  public void stop() {
    stopped = true;
  }

  @Override
  public void save(Path file) throws IOException {
    step.save(epochsDone, file);
  }
}
