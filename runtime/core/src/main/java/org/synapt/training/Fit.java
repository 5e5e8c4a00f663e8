package org.synapt.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.synapt.data.Examples;
import org.synapt.network.Network;
import org.synapt.optimizer.Optimizer;
import org.synapt.persistence.Notes;

/** The loop: batch, forward, loss, backward, update, callbacks. */
final class Fit implements Training {
  private static final String HISTORY = "history";
  private static final String FIT = "fit";
  private static final String STOPPED = "stopped";

  private final Network network;
  private final Settings settings;
  private final Step step;
  private final Source examples;
  private final Optional<Source> validation;
  private final Optional<Examples> held;
  private final CallbackList callbacks;
  private final Batch batch;
  private final Scores epochScores;
  private final Scores batchScores;
  private final Scores validationScores;
  private final Logs running;
  private final Logs batchLogs;
  private final MetricChoice choice;
  private final History history = new History();
  private Map<String, Notes> resumed = Collections.emptyMap();
  private int lastCount;
  private int epochsDone;
  private boolean begun;
  private boolean stopped;
  private boolean finished;
  private boolean finiteOnly;

  /** A training that is about to begin. */
  Fit(Network network, Settings settings, Step step, FitData data) {
    this.network = network;
    this.settings = settings;
    this.step = step;
    this.batch = new Batch(network, data.room());
    this.examples = data.source();
    this.validation = data.validation();
    this.held = data.held();
    this.callbacks = new CallbackList(settings.allCallbacks());
    this.choice = settings.metrics(network.signature());
    this.epochScores = new Scores(choice);
    this.batchScores = new Scores(choice);
    this.validationScores = new Scores(choice);
    this.running = epochScores.live();
    this.batchLogs = batchScores.live();
  }

  /**
   * Trains.
   *
   * @param notes what callbacks remember of the training that this one takes up
   */
  History run(Map<String, Notes> notes) {
    epochsDone = settings.initialEpoch;
    resumed = notes;
    callbacks.around(this, this::train);
    return history;
  }

  private void train() {
    begun = true;
    RecurrentAdvice.log(network.signature(), optimizer());
    callbacks.resume(resumed);
    callbacks.onCheckpoint(epochsDone);
    while (epochsDone < settings.epochs && !stopped) {
      epoch(epochsDone);
      callbacks.onCheckpoint(epochsDone);
    }
    step.optimization().finish();
    finished = true;
  }

  private void epoch(int epoch) {
    network.resetStates();
    callbacks.onEpochBegin(epoch);
    epochScores.reset();
    try (Batches batches = examples.open(epoch, step.optimization().iteration())) {
      int number = 0;
      while (number < settings.stepsPerEpoch && batches.next(batch)) {
        batch(number++);
        if (stopped) {
          break;
        }
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
    callbacks.onBatchBegin(number);
    float loss = step.forward(batch);
    epochScores.add(batch, loss);
    if (!callbacks.isEmpty()) {
      batchScores.reset();
      batchScores.add(batch, loss);
      batchScores.values();
    }
    if (finiteOnly && (Float.isNaN(loss) || Float.isInfinite(loss))) {
      stopped = true;
    } else {
      step.backward(batch);
    }
    callbacks.onBatchEnd(number, batchLogs);
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
    callbacks.onEpochEnd(epoch, logs);
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
  public Optional<Examples> validation() {
    return held;
  }

  @Override
  public Optimizer optimizer() {
    return step.optimization().optimizer();
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
  public List<String> logNames() {
    return choice.logNames(validation.isPresent());
  }

  @Override
  public boolean largerIsBetter(String logName) {
    return choice
        .largerIsBetter(logName)
        .orElseThrow(
            () -> new IllegalArgumentException("there is no " + logName + " among " + logNames()));
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
  public boolean finished() {
    return finished;
  }

  @Override
  public void stopAtLossThatIsNotFinite() {
    finiteOnly = true;
  }

  @Override
  public void save(Path file) throws IOException {
    Map<String, Notes> notes = callbacks.notes();
    notes.put(HISTORY, history.notes());
    notes.put(FIT, new Notes().put(STOPPED, stopped ? 1 : 0));
    step.save(epochsDone, notes, file);
  }

  @Override
  public void resume(Path file) throws IOException {
    if (begun) {
      throw new IllegalStateException("a training is taken up in onTrainBegin, not later");
    }
    Map<String, Notes> notes = new LinkedHashMap<>();
    epochsDone = step.load(file, notes);
    resumed = notes;
    if (notes.containsKey(HISTORY) && notes.containsKey(FIT)) {
      history.resume(notes.get(HISTORY));
      stopped = notes.get(FIT).number(STOPPED) != 0;
    }
  }
}
