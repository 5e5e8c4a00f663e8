package org.synapt.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.synapt.data.Examples;
import org.synapt.metric.ConfusionMatrix;
import org.synapt.metric.Metric;
import org.synapt.network.Network;
import org.synapt.network.OutputSpec;
import org.synapt.network.States;

/** The loss and metrics of a network over examples that it is not trained on. */
public final class Evaluation {
  /** The most examples that go through the network at once. */
  private static final int LARGEST_BATCH = 128;

  private final Logs logs;

  Evaluation(Logs logs) {
    this.logs = logs;
  }

  /**
   * Evaluates a network, with accuracy where it tells classes apart.
   *
   * @param network the network; its parameters stay as they are
   * @param examples what it is judged by
   * @return loss and metrics
   * @throws IllegalArgumentException if the examples are not what the network takes
   */
  public static Evaluation of(Network network, Examples examples) {
    return of(network, examples, new MetricChoice(network.signature(), Optional.empty()));
  }

  /**
   * Requires that examples are what a network and its losses take.
   *
   * @param network the network
   * @param examples every number of which is checked
   * @throws IllegalArgumentException if they are not
   */
  public static void check(Network network, Examples examples) {
    BoundExamples.of(network.signature(), examples);
  }

  /**
   * Evaluates a network with metrics of one's own choice.
   *
   * @param network the network; its parameters stay as they are
   * @param examples what it is judged by
   * @param metrics what is reported beside the loss
   * @return loss and metrics
   * @throws IllegalArgumentException if the examples are not what the network or a metric takes
   */
  public static Evaluation of(Network network, Examples examples, Metric... metrics) {
    List<Metric> chosen = Settings.copy(metrics);
    return of(network, examples, new MetricChoice(network.signature(), Optional.of(chosen)));
  }

  /**
   * How often each class was taken for each, by a network with one output.
   *
   * @param network the network; its parameters stay as they are
   * @param examples what it is judged by
   * @return the matrix
   * @throws IllegalArgumentException if the examples are not what the network takes, it has several
   *     outputs, or its output does not tell classes apart
   */
  public static ConfusionMatrix confusionMatrix(Network network, Examples examples) {
    List<OutputSpec> outputs = network.signature().outputs();
    if (outputs.size() > 1) {
      throw new IllegalArgumentException(
          network.signature().name() + " has several outputs; say which one is meant");
    }
    return confusionMatrix(network, examples, outputs.get(0).name());
  }

  /**
   * How often each class was taken for each at one of several outputs.
   *
   * @param network the network; its parameters stay as they are
   * @param examples what it is judged by
   * @param output the output
   * @return the matrix
   * @throws IllegalArgumentException if the examples are not what the network takes, there is no
   *     such output, or it does not tell classes apart
   */
  public static ConfusionMatrix confusionMatrix(Network network, Examples examples, String output) {
    Confusion confusion = new Confusion();
    List<Metric> alone = Collections.singletonList(confusion);
    Optional<List<Metric>> none = Optional.of(Collections.emptyList());
    Map<String, List<Metric>> there = Collections.singletonMap(output, alone);
    of(network, examples, new MetricChoice(network.signature(), none, there));
    return confusion.matrix();
  }

  static Evaluation of(Network network, Examples examples, MetricChoice choice) {
    BoundExamples bound = BoundExamples.of(network.signature(), examples);
    choice.check(bound);
    int most = Math.min(network.states().batchSize(), LARGEST_BATCH);
    int size = Math.min(bound.count(), most);
    return of(network, MemorySource.inOrder(bound, size), size, Integer.MAX_VALUE, choice);
  }

  /** Evaluates so many batches of a source, or all of it. */
  static Evaluation of(
      Network network, Source source, int batchSize, int steps, MetricChoice choice) {
    Scores scores = new Scores(choice);
    score(new Batch(network, batchSize), source, steps, scores);
    return new Evaluation(scores.snapshot());
  }

  /** Runs so many batches of a source, or all of it, through a pass, and adds up how it does. */
  static void score(Batch batch, Source source, int steps, Scores scores) {
    scores.reset();
    States.Pause pause = batch.network().states().pause();
    try (Batches batches = source.open(0, 0)) {
      for (int done = 0; done < steps && batches.next(batch); done++) {
        scores.add(batch, Step.test(batch));
      }
    } finally {
      pause.close();
    }
    if (scores.examples() == 0) {
      throw new IllegalStateException("there are no examples to judge by");
    }
  }

  /**
   * The loss, all outputs together.
   *
   * @return the loss
   */
  public double loss() {
    return logs.value("loss");
  }

  /**
   * A loss or metric by its name.
   *
   * @param name such as {@code acc}
   * @return the number
   * @throws IllegalArgumentException if there is none of this name; the message lists all
   */
  public double value(String name) {
    return logs.value(name);
  }

  /**
   * The names of what was reported, {@code loss} first.
   *
   * @return the names
   */
  public List<String> metricsNames() {
    return Collections.unmodifiableList(new ArrayList<>(logs.keySet()));
  }

  /**
   * What was reported, in the order of the names.
   *
   * @return the numbers
   */
  public double[] values() {
    return metricsNames().stream().mapToDouble(name -> logs.value(name)).toArray();
  }

  /**
   * What was reported, by name, in the order of the names.
   *
   * @return the numbers; it cannot be changed
   */
  public Map<String, Double> asMap() {
    return logs;
  }

  @Override
  public String toString() {
    return logs.toString();
  }
}
