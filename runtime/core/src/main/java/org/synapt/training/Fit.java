package org.synapt.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.synapt.data.Permutation;
import org.synapt.network.Network;

/** The loop: shuffle, batch, forward, loss, backward, update, callbacks. */
final class Fit implements Training {
  private final Network network;
  private final Settings settings;
  private final Step step;
  private final BoundExamples examples;
  private final Optional<BoundExamples> validation;
  private final List<Callback> callbacks;
  private final int size;
  private final Batch batch;
  private final Permutation order;
  private final Scores epochScores;
  private final Scores batchScores;
  private final Scores validationScores;
  private final Logs running;
  private final Logs batchLogs;
  private final History history = new History();
  private int epochsDone;
  private boolean stopped;

  Fit(
      Network network,
      Settings settings,
      Step step,
      BoundExamples examples,
      Optional<BoundExamples> validation,
      List<Callback> callbacks) {
    this.network = network;
    this.settings = settings;
    this.step = step;
    this.examples = examples;
    this.validation = validation;
    this.callbacks = callbacks;
    this.size = Math.min(settings.batchSize, examples.count());
    this.batch = new Batch(network.training(size));
    this.order = Permutation.of(examples.count());
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
      for (int epoch = settings.initialEpoch; epoch < settings.epochs && !stopped; epoch++) {
        epoch(epoch);
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
    if (settings.shuffle) {
      // Steps and not epochs are counted, so that the next fit goes on with other orders.
      long done = step.optimization().iteration();
      order.shuffle(network.seed().stream("shuffle").stream(done).value());
    }
    for (int number = 0, from = 0; from < examples.count(); number++, from += size) {
      batch(number, from, Math.min(from + size, examples.count()));
    }
    epochsDone = epoch + 1;
    report(epoch);
  }

  private void batch(int number, int from, int to) {
    for (int i = 0; i < callbacks.size(); i++) {
      callbacks.get(i).onBatchBegin(number);
    }
    batch.gather(examples, order.rows(), from, to);
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
    if (validation.isPresent()) {
      Evaluation.score(batch, size, validation.get(), validationScores);
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
    return examples.count();
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
