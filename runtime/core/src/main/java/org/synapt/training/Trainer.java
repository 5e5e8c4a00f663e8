package org.synapt.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.synapt.data.Column;
import org.synapt.data.Dataset;
import org.synapt.data.Examples;
import org.synapt.metric.Metric;
import org.synapt.network.Network;
import org.synapt.optimizer.Adam;
import org.synapt.optimizer.Optimizer;
import org.synapt.persistence.Notes;

/**
 * Trains a network: shuffles, cuts into batches, and lets an optimizer follow the gradients.
 *
 * <p>Unless told otherwise: Adam, batches of 32, one epoch, shuffled. Equal seeds, data and
 * settings give equal bytes. What the optimizer remembers is kept from one {@code fit} to the next.
 * One thread at a time uses a trainer.
 */
public final class Trainer {
  private final Network network;
  private final Settings settings = new Settings();
  private Optimizer optimizer = Adam.defaults();
  private Optional<Step> step = Optional.empty();
  private Optional<Batch> batch = Optional.empty();
  private Map<String, Notes> resumed = Collections.emptyMap();
  private int epochsDone;

  private Trainer(Network network) {
    this.network = network;
  }

  /**
   * A trainer with the defaults of Keras's {@code fit}, and with {@link Adam}, where Keras's {@code
   * compile} takes {@code rmsprop}.
   *
   * @param network what is trained
   * @return the trainer
   */
  public static Trainer of(Network network) {
    return new Trainer(network);
  }

  /**
   * Sets the optimizer; what an earlier one remembered is forgotten.
   *
   * @param rule the optimizer
   * @return this
   */
  public Trainer optimizer(Optimizer rule) {
    optimizer = rule;
    step = Optional.empty();
    return this;
  }

  /**
   * Sets how many examples a step takes; the last of an epoch takes what is left.
   *
   * @param examples the number of examples, at least 1
   * @return this
   * @throws IllegalArgumentException if it is below 1
   */
  public Trainer batchSize(int examples) {
    settings.batchSize = Counts.atLeastOne("the batch size", examples);
    return this;
  }

  /**
   * Sets the epoch to stop before; with an initial epoch of 0, how many there are.
   *
   * @param count the number of epochs, at least 1
   * @return this
   * @throws IllegalArgumentException if it is below 1
   */
  public Trainer epochs(int count) {
    settings.epochs = Counts.atLeastOne("the number of epochs", count);
    return this;
  }

  /**
   * Sets the epoch to begin with, to go on where an earlier training stopped.
   *
   * @param epoch the number of the epoch, counted from 0
   * @return this
   * @throws IllegalArgumentException if it is below 0
   */
  public Trainer initialEpoch(int epoch) {
    settings.initialEpoch = Counts.atLeastZero("the initial epoch", epoch);
    return this;
  }

  /**
   * Sets whether each epoch takes the examples in an order of its own.
   *
   * @param on whether to shuffle
   * @return this
   */
  public Trainer shuffle(boolean on) {
    settings.shuffle = on;
    return this;
  }

  /**
   * Sets the share of the examples, from their tail and before any shuffling, that is not trained
   * on but validated with.
   *
   * @param fraction at least 0 and below 1
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public Trainer validationSplit(double fraction) {
    if (!(fraction >= 0 && fraction < 1)) {
      throw new IllegalArgumentException(
          "the validation split must be at least 0 and below 1, not " + fraction);
    }
    settings.validationSplit = fraction;
    return this;
  }

  /**
   * Sets what is validated with behind each epoch; a validation split is not taken then.
   *
   * @param examples the examples
   * @return this
   */
  public Trainer validationData(Examples examples) {
    settings.validationData = Optional.of(examples);
    settings.validationStream = Optional.empty();
    return this;
  }

  /**
   * Sets what is validated with behind each epoch, read anew each time.
   *
   * @param examples the examples, whose number need not be known
   * @return this
   */
  public Trainer validationData(Dataset examples) {
    settings.validationStream = Optional.of(examples);
    settings.validationData = Optional.empty();
    return this;
  }

  /**
   * Sets how many examples a step of the validation takes; unless this is called, as many as one of
   * the training.
   *
   * @param examples the number of examples, at least 1
   * @return this
   * @throws IllegalArgumentException if it is below 1
   */
  public Trainer validationBatchSize(int examples) {
    settings.validationBatchSize =
        Optional.of(Counts.atLeastOne("the batch size of the validation", examples));
    return this;
  }

  /**
   * Sets after how many batches a validation ends though there are more.
   *
   * @param steps the number of batches, at least 1
   * @return this
   * @throws IllegalArgumentException if it is below 1
   */
  public Trainer validationSteps(int steps) {
    settings.validationSteps = Counts.atLeastOne("the steps of the validation", steps);
    return this;
  }

  /**
   * Sets behind how many epochs there is a validation; logs of other epochs hold no {@code val_…}.
   *
   * @param epochs 1 for a validation behind each epoch
   * @return this
   * @throws IllegalArgumentException if it is below 1
   */
  public Trainer validationFreq(int epochs) {
    settings.validationFrequency = Counts.atLeastOne("the frequency of the validation", epochs);
    return this;
  }

  /**
   * Sets after how many steps an epoch ends though there are more examples; examples in memory are
   * shuffled anew for the next.
   *
   * @param steps the number of steps, at least 1
   * @return this
   * @throws IllegalArgumentException if it is below 1
   */
  public Trainer stepsPerEpoch(int steps) {
    settings.stepsPerEpoch = Counts.atLeastOne("the steps of an epoch", steps);
    return this;
  }

  /**
   * Sets how much the examples of each class count in the loss of the only output; those of classes
   * that are not named count 1. Validation and evaluation know no classes' weights.
   *
   * <p>A class is the number that a target of one number holds, or else the place of a target's
   * largest number. As in Keras 3, the loss is {@code Σ weight · loss / n}, whatever the weights
   * add up to.
   *
   * @param weights the weight of each class, 0 or above: {@code Map.of(0, 1.0, 1, 99.0)}
   * @return this
   */
  public Trainer classWeight(Map<Integer, Double> weights) {
    return classWeight("", weights);
  }

  /**
   * Sets how much the examples of each class count in the loss of one of several outputs.
   *
   * @param output the output
   * @param weights the weight of each class, 0 or above
   * @return this
   */
  public Trainer classWeight(String output, Map<Integer, Double> weights) {
    settings.classWeights.put(output, new LinkedHashMap<>(weights));
    return this;
  }

  /**
   * Sets how much is shown, through synapt-progress: 0 nothing, 1 a bar, 2 a line for each epoch.
   *
   * <p>Unless this is called, a bar is shown where synapt-progress is on the class path.
   *
   * @param level 0, 1 or 2
   * @return this
   * @throws IllegalArgumentException if it is another number
   */
  public Trainer verbose(int level) {
    settings.verbosity = Verbosity.of(level);
    return this;
  }

  /**
   * Sets what is reported beside the loss, for every output. Unless this is called, that is
   * accuracy where the loss is a cross-entropy. As Keras's {@code metrics}, they count every
   * example alike, whatever its weight.
   *
   * @param metrics the metrics; none reports the loss alone
   * @return this
   */
  public Trainer metrics(Metric... metrics) {
    settings.metrics = Optional.of(Settings.copy(metrics));
    return this;
  }

  /**
   * Sets what is reported beside the loss for one of several outputs, in place of what is reported
   * for every output.
   *
   * @param output the output
   * @param metrics the metrics; none reports the output's loss alone
   * @return this
   * @throws IllegalArgumentException if there is no such output, or a metric is there twice
   */
  public Trainer metrics(String output, Metric... metrics) {
    List<Metric> chosen = Settings.copy(metrics);
    MetricChoice.requireSound(network.signature(), output, chosen);
    settings.outputMetrics.put(output, chosen);
    return this;
  }

  /**
   * Sets what is called around epochs and batches, in this order.
   *
   * @param callbacks the callbacks
   * @return this
   * @throws IllegalArgumentException if one is null
   */
  public Trainer callbacks(Callback... callbacks) {
    settings.callbacks = Settings.copy(CallbackList.requireAll(callbacks));
    return this;
  }

  /**
   * Trains.
   *
   * @param examples what is trained on; every number is checked before the first step
   * @return what each epoch reported
   * @throws IllegalArgumentException if the examples are not what the network and its losses take,
   *     none are left beside the validation split, or weights are given for a class or output that
   *     is not there, or for examples and classes both
   * @throws IllegalStateException if {@link #verbose} was asked for and nothing is there to print
   */
  public History fit(Examples examples) {
    return fit(FitData.of(network, settings, examples));
  }

  /**
   * Trains on examples that need not all be in memory, in the order in which the data set gives
   * them; they are checked as they come.
   *
   * @param examples what is trained on
   * @return what each epoch reported
   * @throws IllegalArgumentException if the columns are not what the network takes, or weights are
   *     given for a class or output that is not there, or for examples and classes both
   * @throws IllegalStateException if a validation split was asked for, of what has no known end; or
   *     {@link #verbose}, and nothing is there to print
   * @throws org.synapt.data.DatasetException if examples cannot be had, or one is not what the
   *     network and its losses take; parameters are those of the steps before
   */
  public History fit(Dataset examples) {
    return fit(FitData.of(network, settings, examples));
  }

  private History fit(FitData data) {
    try (data) {
      Fit fit = new Fit(network, settings, step(), data);
      try {
        return fit.run(resumed);
      } finally {
        epochsDone = fit.epochsDone();
        resumed = Collections.emptyMap();
      }
    }
  }

  private BoundExamples bind(Examples examples) {
    return settings.bind(network.signature(), examples);
  }

  /**
   * Does one step.
   *
   * @param examples the batch
   * @return its loss and metrics, before the step
   * @throws IllegalArgumentException if the examples are not what the network and its losses take
   */
  public Evaluation trainOnBatch(Examples examples) {
    BoundExamples bound = bind(examples);
    Batch taken = batch(bound.count());
    Scores scores = new Scores(settings.metrics(network.signature()));
    taken.copy(bound, 0, bound.count());
    scores.add(taken, step().forward(taken));
    step().backward(taken);
    return new Evaluation(scores.snapshot());
  }

  /**
   * Evaluates one batch.
   *
   * @param examples the batch
   * @return its loss and metrics
   * @throws IllegalArgumentException if the examples are not what the network and its losses take
   */
  public Evaluation testOnBatch(Examples examples) {
    BoundExamples bound = bind(examples);
    Batch taken = batch(bound.count());
    Scores scores = new Scores(settings.metrics(network.signature()));
    taken.copy(bound, 0, bound.count());
    scores.add(taken, Step.test(taken));
    return new Evaluation(scores.snapshot());
  }

  /**
   * Evaluates with this trainer's metrics.
   *
   * @param examples what the network is judged by
   * @return loss and metrics
   * @throws IllegalArgumentException if the examples are not what the network and its losses take
   */
  public Evaluation evaluate(Examples examples) {
    return Evaluation.of(network, examples, settings.metrics(network.signature()));
  }

  /**
   * Evaluates with this trainer's metrics, on examples that need not all be in memory.
   *
   * @param examples what the network is judged by
   * @return loss and metrics
   * @throws IllegalArgumentException if the columns are not what the network takes
   * @throws org.synapt.data.DatasetException if examples cannot be had, or one is not what the
   *     network and its losses take
   */
  public Evaluation evaluate(Dataset examples) {
    int size = settings.validationBatch();
    try (Source source = new StreamSource(examples, network.signature(), size)) {
      return Evaluation.of(
          network, source, size, settings.validationSteps, settings.metrics(network.signature()));
    }
  }

  /**
   * Predicts, a batch at a time; targets are not looked at.
   *
   * @param examples what to predict for; every number is checked first
   * @return a column for each output, by its name
   * @throws IllegalArgumentException if the examples are not what the network takes
   */
  public List<Column> predict(Examples examples) {
    return Predictions.of(network, examples, settings.batchSize);
  }

  /**
   * Does one step on bare arrays, at full speed: numbers are not checked, nothing but the loss is
   * reported, and nothing is allocated once the largest batch has been seen. Where each batch
   * decides extents, they follow from the lengths of the arrays, which then hold nothing else.
   *
   * @param examples how many there are
   * @param inputs an array for each input, row-major from index 0
   * @param targets an array for each output that has a target of its own
   * @return the loss of the batch, before the step
   * @throws IndexOutOfBoundsException if an array is too short
   */
  public float step(int examples, float[][] inputs, float[][] targets) {
    Batch taken = batch(examples);
    taken.put(examples, inputs, targets);
    Step ready = step();
    float loss = ready.forward(taken);
    ready.backward(taken);
    return loss;
  }

  private Step step() {
    if (!step.isPresent()) {
      step = Optional.of(new Step(network, optimizer));
    }
    return step.get();
  }

  private Batch batch(int examples) {
    if (!batch.isPresent() || batch.get().capacity() < examples) {
      batch = Optional.of(new Batch(network, examples));
    }
    return batch.get();
  }

  /**
   * The learning rate now, before any decay of the optimizer's own.
   *
   * @return the rate
   */
  public double learningRate() {
    return step().optimization().learningRate();
  }

  /**
   * Sets the learning rate from the next step on.
   *
   * @param rate the rate, 0 or above
   * @return this
   * @throws IllegalArgumentException if it is below 0 or not finite
   */
  public Trainer learningRate(double rate) {
    step().optimization().learningRate(rate);
    return this;
  }

  /**
   * Saves parameters and the state of training: epochs and steps done, the learning rate, what the
   * optimizer and the callbacks remember.
   *
   * @param file written, or replaced
   * @throws IOException if it cannot be written; an older file is still there then
   */
  public void save(Path file) throws IOException {
    Map<String, Notes> notes =
        resumed.isEmpty() ? new CallbackList(settings.callbacks).notes() : resumed;
    step().save(epochsDone, notes, file);
  }

  /**
   * Takes up a training that was saved behind an epoch: the next {@link #fit} goes on with the
   * epoch after it, as if it had never stopped, to the bit, and gives callbacks of the same classes
   * what they remembered. Its history has the further epochs alone, and whether a callback had
   * stopped the training is not looked at. Set the optimizer first.
   *
   * @param file read
   * @return this
   * @throws IOException if it cannot be read, is damaged, or was saved by another network,
   *     optimizer or seed; nothing is changed then
   */
  public Trainer resume(Path file) throws IOException {
    Map<String, Notes> notes = new LinkedHashMap<>();
    epochsDone = step().load(file, notes);
    resumed = notes;
    settings.initialEpoch = epochsDone;
    return this;
  }
}
