package org.synapt.training;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.synapt.training.LineData.network;
import static org.synapt.training.LineData.points;
import static org.synapt.training.LineData.quiet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.metric.Metric;
import org.synapt.network.EchoNetwork;
import org.synapt.network.LinearNetwork;
import org.synapt.network.Parameter;
import org.synapt.optimizer.Adam;
import org.synapt.optimizer.SGD;

final class TrainerTest {

  @Test
  @Tag("T1")
  @Tag("T2")
  @Tag("T4")
  void learnsALine() {
    LinearNetwork network = network();

    History history =
        quiet(network).optimizer(Adam.withLearningRate(0.05)).epochs(60).fit(points(100));

    assertThat(history.last("loss")).isLessThan(1e-3);
    assertThat(network.parameter("y.weight").get()[0]).isWithin(0.1f).of(2);
    assertThat(network.parameter("y.weight").get()[1]).isWithin(0.1f).of(-1);
    assertThat(network.parameter("y.bias").get()[0]).isWithin(0.1f).of(0.5f);
  }

  @Test
  @Tag("O12")
  void takesAdamUnlessToldOtherwise() {
    LinearNetwork untold = network();
    quiet(untold).epochs(2).fit(points(50));
    LinearNetwork told = network();
    quiet(told).optimizer(Adam.defaults()).epochs(2).fit(points(50));

    assertThat(bytes(untold)).isEqualTo(bytes(told));
    assertThat(bytes(untold)).isNotEqualTo(bytes(network()));
  }

  @Test
  void doesOneStepOfDescentByHand() {
    LinearNetwork network = LinearNetwork.of(LineData.backend(1), 7, 1, "mean_squared_error");
    network.parameter("y.weight").set(1);
    Trainer trainer = quiet(network).optimizer(SGD.withLearningRate(0.1));

    float loss = trainer.step(2, new float[][] {{1, 3}}, new float[][] {{2, 2}});

    // y = 1, 3; errors −1, 1; dw = 2 (−1 · 1 + 1 · 3) / 2 = 2; db = 0.
    assertThat(loss).isEqualTo(1f);
    assertThat(network.parameter("y.weight").get()[0]).isWithin(1e-6f).of(0.8f);
    assertThat(network.parameter("y.bias").get()[0]).isWithin(1e-6f).of(0);
  }

  @Test
  @Tag("D7")
  void givesTheSameBytesForTheSameSeedWhateverTheThreads() {
    float[] once = trained(1);

    assertThat(trained(1)).isEqualTo(once);
    assertThat(trained(3)).isEqualTo(once);
  }

  private static float[] trained(int threads) {
    LinearNetwork network = LinearNetwork.of(LineData.backend(threads), 3, 2, "mean_squared_error");
    quiet(network).batchSize(7).epochs(3).fit(points(50));
    return bytes(network);
  }

  static float[] bytes(LinearNetwork network) {
    float[] all = new float[network.values().length()];
    network.values().get(0, all, 0, all.length);
    return all;
  }

  @Test
  @Tag("D11")
  void takesExamplesInAnOrderOfEachEpoch() {
    LinearNetwork shuffled = network();
    LinearNetwork straight = network();
    quiet(shuffled).batchSize(5).epochs(2).fit(points(50));
    quiet(straight).batchSize(5).epochs(2).shuffle(false).fit(points(50));

    assertThat(bytes(shuffled)).isNotEqualTo(bytes(straight));
  }

  @Test
  @Tag("D11")
  void takesEveryExampleOnceInEachEpoch() {
    LinearNetwork still = LinearNetwork.of(LineData.backend(1), 7, 1, "mean_squared_error");
    still.parameter("y.weight").set(0);
    float[] targets = {0, 1, 2, 3, 4, 5, 6, 7};
    List<List<Long>> epochs = new ArrayList<>();
    Callback taken =
        new Callback() {
          @Override
          public void onEpochBegin(int epoch) {
            epochs.add(new ArrayList<>());
          }

          /** The loss of a network that always says 0 is the square of the only target. */
          @Override
          public void onBatchEnd(int batch, Logs logs) {
            epochs.get(epochs.size() - 1).add(Math.round(Math.sqrt(logs.value("loss"))));
          }
        };

    quiet(still)
        .optimizer(SGD.withLearningRate(0))
        .batchSize(1)
        .epochs(2)
        .callbacks(taken)
        .fit(Examples.of(Column.of("x", 1, new float[8]), Column.of("y", 1, targets)));

    assertThat(epochs.get(0)).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
    assertThat(epochs.get(1)).containsExactlyElementsIn(epochs.get(0));
    assertThat(epochs.get(1)).isNotEqualTo(epochs.get(0));
  }

  @Test
  void goesOnWithOtherOrdersInTheNextFit() {
    LinearNetwork once = network();
    quiet(once).batchSize(5).epochs(2).fit(points(50));
    LinearNetwork twice = network();
    Trainer trainer = quiet(twice).batchSize(5).epochs(1);
    trainer.fit(points(50));
    trainer.fit(points(50));

    assertThat(bytes(twice)).isEqualTo(bytes(once));
  }

  @Test
  void refusesAStepWithoutExamples() {
    Trainer trainer = quiet(network());
    trainer.fit(points(10));

    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> trainer.step(0, new float[1][0], new float[1][0]));
    assertThat(thrown).hasMessageThat().isEqualTo("Line needs at least 1 example, not 0");
  }

  @Test
  void usesTheLastBatchThoughItIsSmaller() {
    Recorder recorder = new Recorder();
    quiet(network()).batchSize(4).callbacks(recorder).fit(points(10));

    assertThat(recorder.events)
        .containsExactly(
            "train begin",
            "epoch 0",
            "batch 0",
            "batch 0 end",
            "batch 1",
            "batch 1 end",
            "batch 2",
            "batch 2 end",
            "epoch 0 end [loss]",
            "train end")
        .inOrder();
    assertThat(recorder.seen).containsExactly(4, 8, 10).inOrder();
  }

  @Test
  void averagesTheLossOfAnEpochOverItsExamples() {
    Recorder recorder = new Recorder();
    History history = quiet(network()).batchSize(4).callbacks(recorder).fit(points(10));

    List<Double> losses = recorder.losses;
    double mean = (4 * losses.get(0) + 4 * losses.get(1) + 2 * losses.get(2)) / 10;
    assertThat(history.last("loss")).isWithin(1e-12).of(mean);
  }

  @Test
  void validatesWithTheTail() {
    Examples points = points(10);
    LinearNetwork network = network();
    History history = quiet(network).validationSplit(0.25).fit(points);

    // ⌊10 · 0.75⌋ are trained on.
    Evaluation tail = Evaluation.of(network, points.slice(7, 10));
    assertThat(history.names()).containsExactly("loss", "val_loss").inOrder();
    assertThat(history.last("val_loss")).isWithin(1e-7).of(tail.loss());
  }

  @Test
  void prefersValidationDataToASplit() {
    Recorder recorder = new Recorder();
    quiet(network())
        .validationSplit(0.5)
        .validationData(points(3))
        .callbacks(recorder)
        .fit(points(10));

    assertThat(recorder.examples).containsExactly(10, 3).inOrder();
  }

  @Test
  void namesMetricsAsKerasDoes() {
    LinearNetwork one = LinearNetwork.of(LineData.backend(1), 7, 2, "binary_crossentropy");
    Examples labels = labels(points(6));

    assertThat(quiet(one).fit(labels).names()).containsExactly("loss", "acc").inOrder();
    assertThat(quiet(one).metrics().fit(labels).names()).containsExactly("loss");
    assertThat(quiet(one).metrics(Metric.of("mae"), Metric.accuracy()).fit(labels).names())
        .containsExactly("loss", "mae", "acc")
        .inOrder();
  }

  private static Examples labels(Examples points) {
    float[] labels = new float[points.count()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = points.target("y").value(i, 0) > 1 ? 1 : 0;
    }
    return Examples.of(points.input("x"), Column.of("y", 1, labels));
  }

  @Test
  void namesTheLossAndMetricsOfEachOfSeveralOutputs() {
    LinearNetwork network =
        LinearNetwork.of("Two", LineData.backend(1), 7, 2, "mean_squared_error", "price", "kind");
    History history =
        quiet(network)
            .metrics(Metric.of("mae"))
            .validationSplit(0.5)
            .fit(LineData.pointsWithTwoTargets(8));

    assertThat(history.names())
        .containsExactly(
            "loss",
            "price_loss",
            "kind_loss",
            "price_mae",
            "kind_mae",
            "val_loss",
            "val_price_loss",
            "val_kind_loss",
            "val_price_mae",
            "val_kind_mae")
        .inOrder();
    assertThat(history.last("loss"))
        .isWithin(1e-6)
        .of(history.last("price_loss") + history.last("kind_loss"));
  }

  @Test
  void comparesAnOutputWithTheRowThatIsItsTarget() {
    float[] x = {1, -2, 3};
    Examples examples =
        Examples.of(Collections.singletonList(Column.of("x", 1, x)), Collections.emptyList());

    try (EchoNetwork toInput = new EchoNetwork("x");
        EchoNetwork toRow = new EchoNetwork("twice")) {
      Metric mse = Metric.of("mse");
      assertThat(Evaluation.of(toInput, examples, mse).value(mse.name())).isEqualTo(0.0);
      assertThat(Evaluation.of(toRow, examples, mse).value(mse.name()))
          .isWithin(1e-12)
          .of((1 + 4 + 9) / 3.0);
    }
  }

  @Test
  void beginsWithTheInitialEpoch() {
    History history = quiet(network()).initialEpoch(3).epochs(5).fit(points(4));

    assertThat(history.epochs()).containsExactly(3, 4).inOrder();
  }

  @Test
  void stopsBehindTheEpochInWhichItIsAskedTo() {
    History history =
        quiet(network())
            .epochs(10)
            .callbacks(
                new Callback() {
                  private Training training;

                  @Override
                  public void onTrainBegin(Training begun) {
                    training = begun;
                  }

                  @Override
                  public void onEpochEnd(int epoch, Logs logs) {
                    if (epoch == 2) {
                      training.stop();
                    }
                  }
                })
            .fit(points(4));

    assertThat(history.epochs()).containsExactly(0, 1, 2).inOrder();
  }

  @Test
  void takesALearningRateDuringTraining() {
    LinearNetwork network = network();
    float[] before = bytes(network);
    quiet(network)
        .callbacks(
            new Callback() {
              @Override
              public void onTrainBegin(Training training) {
                training.learningRate(0);
              }
            })
        .fit(points(4));

    assertThat(bytes(network)).isEqualTo(before);
  }

  @Test
  void reportsABatchAsItWasBeforeTheStep() {
    LinearNetwork network = network();
    Trainer trainer = quiet(network).metrics(Metric.of("mse"));
    Evaluation before = trainer.testOnBatch(points(5));
    Evaluation during = trainer.trainOnBatch(points(5));
    Evaluation after = trainer.testOnBatch(points(5));

    assertThat(during.loss()).isEqualTo(before.loss());
    assertThat(during.value("mse")).isWithin(1e-6).of(before.loss());
    assertThat(after.loss()).isLessThan(before.loss());
  }

  @Test
  void evaluatesTheSameWhateverTheBatch() {
    LinearNetwork network = network();
    Examples points = points(600);
    double sum = 0;
    for (int i = 0; i < 600; i++) {
      sum += Evaluation.of(network, points.slice(i, i + 1)).loss();
    }

    Evaluation all = Evaluation.of(network, points, Metric.of("mse"));

    assertThat(all.loss()).isWithin(1e-5).of(sum / 600);
    assertThat(all.metricsNames()).containsExactly("loss", "mse").inOrder();
    assertThat(all.values()).hasLength(2);
    assertThat(all.values()[1]).isWithin(1e-6).of(all.loss());
  }

  @Test
  void goesOnWithWhatTheOptimizerRemembers() {
    LinearNetwork whole = network();
    quiet(whole).epochs(4).fit(points(20));
    LinearNetwork parts = network();
    Trainer trainer = quiet(parts);
    trainer.epochs(2).fit(points(20));
    trainer.initialEpoch(2).epochs(4).fit(points(20));

    assertThat(bytes(parts)).isEqualTo(bytes(whole));
  }

  @Test
  void refusesSettingsOutOfRange() {
    Trainer trainer = quiet(network());

    assertThrows(IllegalArgumentException.class, () -> trainer.batchSize(0));
    assertThrows(IllegalArgumentException.class, () -> trainer.epochs(0));
    assertThrows(IllegalArgumentException.class, () -> trainer.initialEpoch(-1));
    assertThrows(IllegalArgumentException.class, () -> trainer.validationSplit(1));
    assertThrows(IllegalArgumentException.class, () -> trainer.validationSplit(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> trainer.verbose(3));
    assertThrows(IllegalArgumentException.class, () -> trainer.learningRate(-1));
  }

  @Test
  void saysWhatToPrintWithWhereNothingIsThere() {
    Trainer trainer = Trainer.of(network()).verbose(2);

    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> trainer.fit(points(4)));
    assertThat(thrown).hasMessageThat().contains("EpochLines.to(System.out)");
  }

  @Test
  void changesNothingIfTheDataAreWrong() {
    LinearNetwork network = network();
    float[] before = bytes(network);
    Examples wrong = Examples.of(points(1).input("x"), points(1).target("y").named("z"));

    assertThrows(IllegalArgumentException.class, () -> quiet(network).fit(wrong));
    assertThat(bytes(network)).isEqualTo(before);
  }

  @Test
  void endsCallbacksThoughTrainingFails() {
    Recorder recorder = new Recorder();
    Callback failing =
        new Callback() {
          @Override
          public void onEpochBegin(int epoch) {
            throw new IllegalStateException("as planned");
          }
        };

    assertThrows(
        IllegalStateException.class,
        () -> quiet(network()).callbacks(recorder, failing).fit(points(4)));
    assertThat(recorder.events).containsExactly("train begin", "epoch 0", "train end").inOrder();
  }

  @Test
  void namesParametersInTheOrderInWhichTheyLie() {
    List<String> names = new ArrayList<>();
    for (Parameter parameter : network().parameters()) {
      names.add(parameter.name());
    }

    assertThat(names).isEqualTo(Arrays.asList("y.weight", "y.bias"));
  }

  /** Writes down what it is called for. */
  private static final class Recorder implements Callback {
    private final List<String> events = new ArrayList<>();
    private final List<Double> losses = new ArrayList<>();
    private final List<Integer> seen = new ArrayList<>();
    private final List<Integer> examples = new ArrayList<>();
    private Training training;

    @Override
    public void onTrainBegin(Training begun) {
      training = begun;
      examples.add(begun.examples());
      examples.add(begun.validationExamples());
      events.add("train begin");
    }

    @Override
    public void onTrainEnd() {
      events.add("train end");
    }

    @Override
    public void onEpochBegin(int epoch) {
      events.add("epoch " + epoch);
    }

    @Override
    public void onEpochEnd(int epoch, Logs logs) {
      events.add("epoch " + epoch + " end " + logs.keySet());
    }

    @Override
    public void onBatchBegin(int batch) {
      events.add("batch " + batch);
    }

    @Override
    public void onBatchEnd(int batch, Logs logs) {
      events.add("batch " + batch + " end");
      losses.add(logs.get("loss"));
      seen.add(training.seen());
    }
  }
}
