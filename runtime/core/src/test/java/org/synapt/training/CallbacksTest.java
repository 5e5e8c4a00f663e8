package org.synapt.training;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.synapt.training.LineData.network;
import static org.synapt.training.LineData.points;
import static org.synapt.training.LineData.quiet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.metric.Metric;
import org.synapt.network.LinearNetwork;
import org.synapt.optimizer.SGD;

final class CallbacksTest {
  @TempDir Path folder;

  @Test
  @Tag("K1")
  void callsTheSixHooksInTheirOrder() {
    List<String> called = new ArrayList<>();
    Callback callback =
        LambdaCallback.empty()
            .onTrainBegin(training -> called.add("train " + training.epochs()))
            .onEpochBegin(epoch -> called.add("epoch " + epoch))
            .onBatchBegin(batch -> called.add("batch " + batch))
            .onBatchEnd((batch, logs) -> called.add("batch " + batch + " " + logs.keySet()))
            .onEpochEnd((epoch, logs) -> called.add("epoch " + epoch + " " + logs.keySet()))
            .onTrainEnd(() -> called.add("end"));

    quiet(network()).batchSize(4).validationSplit(0.25).callbacks(callback).fit(points(10));

    assertThat(called)
        .containsExactly(
            "train 1",
            "epoch 0",
            "batch 0",
            "batch 0 [loss]",
            "batch 1",
            "batch 1 [loss]",
            "epoch 0 [loss, val_loss]",
            "end")
        .inOrder();
  }

  /** As the tutorial writes it, lists and all, but for where validation is known. */
  private static final class LossHistory implements Callback {
    final List<Double> losses = new ArrayList<>();
    final List<Double> accuracies = new ArrayList<>();
    final List<Double> validationLosses = new ArrayList<>();
    final List<Double> tooEarly = new ArrayList<>();

    @Override
    public void onBatchEnd(int batch, Logs logs) {
      losses.add(logs.get("loss"));
      accuracies.add(logs.get("acc"));
      tooEarly.add(logs.get("val_loss"));
    }

    @Override
    public void onEpochEnd(int epoch, Logs logs) {
      validationLosses.add(logs.get("val_loss"));
    }
  }

  @Test
  @Tag("K2")
  @Tag("X3")
  void letsUsersKeepTheLossOfEachBatch() {
    LossHistory losses = new LossHistory();

    History history =
        quiet(network())
            .metrics(Metric.accuracy())
            .batchSize(5)
            .epochs(3)
            .validationSplit(0.5)
            .callbacks(losses)
            .fit(points(20));

    assertThat(losses.losses).hasSize(6);
    assertThat(losses.accuracies).hasSize(6);
    assertThat(losses.losses.get(4) / 2 + losses.losses.get(5) / 2)
        .isWithin(1e-12)
        .of(history.last("loss"));
    assertThat(losses.validationLosses).isEqualTo(history.get("val_loss"));
    assertThat(losses.tooEarly).containsExactlyElementsIn(new Double[6]);
  }

  /** T2: fit(..., batch_size=16, verbose=0, epochs=30, validation_split=0.1, callbacks=[...]). */
  @Test
  @Tag("K6")
  @Tag("T3")
  void worksTogether() {
    LossHistory losses = new LossHistory();
    Path best = folder.resolve("model.safetensors");
    LinearNetwork network = network();

    History history =
        Trainer.of(network)
            .optimizer(SGD.defaults())
            .batchSize(16)
            .verbose(0)
            .epochs(30)
            .shuffle(true)
            .validationSplit(0.1)
            .callbacks(
                losses,
                EarlyStopping.monitor("val_loss").patience(3),
                LearningRateScheduler.of(epoch -> 0.1 * Math.pow(0.999, epoch)),
                ModelCheckpoint.to(best).monitor("val_loss").saveBestOnly().mode(Mode.MIN))
            .fit(points(80));

    assertThat(history.names()).containsExactly("loss", "val_loss").inOrder();
    assertThat(losses.validationLosses).hasSize(history.epochs().size());
    assertThat(history.last("val_loss")).isLessThan(0.05);
    assertThat(Files.exists(best)).isTrue();
  }

  @Test
  @Tag("K4")
  void setsTheRateOfEachEpoch() {
    List<Double> rates = new ArrayList<>();
    Training[] training = new Training[1];

    quiet(network())
        .epochs(4)
        .callbacks(
            LearningRateScheduler.of(epoch -> 0.1 * Math.pow(0.999, epoch)),
            LambdaCallback.empty()
                .onTrainBegin(begun -> training[0] = begun)
                .onBatchEnd((batch, logs) -> rates.add(training[0].learningRate())))
        .fit(points(4));

    // 0.1 · 0.999⁰ to 0.1 · 0.999³, multiplied out by hand.
    assertThat(rates.get(0)).isEqualTo(0.1);
    assertThat(rates.get(1)).isWithin(1e-15).of(0.0999);
    assertThat(rates.get(2)).isWithin(1e-15).of(0.0998001);
    assertThat(rates.get(3)).isWithin(1e-15).of(0.0997002999);
  }

  @Test
  @Tag("K4")
  void setsTheRateByTheRateBefore() {
    StringBuilder said = new StringBuilder();

    quiet(network())
        .learningRate(1)
        .epochs(3)
        .callbacks(LearningRateScheduler.of((epoch, rate) -> rate / 2).verbose(said))
        .fit(points(4));

    assertThat(said.toString())
        .isEqualTo(
            "Epoch 1: the learning rate is 0.5\n"
                + "Epoch 2: the learning rate is 0.25\n"
                + "Epoch 3: the learning rate is 0.125\n");
  }

  @Test
  void refusesARateThatIsNone() {
    Trainer trainer =
        quiet(network())
            .epochs(3)
            .callbacks(LearningRateScheduler.of(epoch -> epoch == 1 ? Double.NaN : 0.1));

    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> trainer.fit(points(4)));
    assertThat(thrown)
        .hasMessageThat()
        .isEqualTo(
            "LearningRateScheduler was given the rate NaN for epoch 1, counted from 0; a rate is 0"
                + " or above");
  }

  @Test
  void endsAtALossThatIsNotFiniteAndLeavesTheParameters() {
    LinearNetwork network = network();
    network.parameter("y.bias").set(1e30f);
    float[] before = TrainerTest.bytes(network);
    StringBuilder said = new StringBuilder();

    History history =
        quiet(network)
            .batchSize(2)
            .epochs(5)
            .callbacks(TerminateOnNaN.create().verbose(said))
            .fit(points(10));

    assertThat(history.epochs()).containsExactly(0);
    assertThat(history.last("loss")).isPositiveInfinity();
    assertThat(TrainerTest.bytes(network)).isEqualTo(before);
    assertThat(said.toString())
        .isEqualTo("Epoch 1: the loss of batch 0 is Infinity, training ends\n");
  }

  @Test
  void goesOnWithoutItAsKerasDoes() {
    LinearNetwork network = network();
    network.parameter("y.bias").set(1e30f);

    History history = quiet(network).batchSize(2).epochs(2).fit(points(10));

    assertThat(history.epochs()).hasSize(2);
  }

  /** Keras 3's trainers leave the loop of batches once stop_training is set. */
  @Test
  void stopsBehindTheBatchThatAsksForIt() {
    int[] batches = new int[1];
    Training[] training = new Training[1];

    History history =
        quiet(network())
            .batchSize(2)
            .epochs(5)
            .callbacks(
                LambdaCallback.empty()
                    .onTrainBegin(begun -> training[0] = begun)
                    .onBatchEnd(
                        (batch, logs) -> {
                          if (++batches[0] == 7) {
                            training[0].stop();
                          }
                        }))
            .fit(points(10));

    assertThat(batches[0]).isEqualTo(7);
    assertThat(history.epochs()).containsExactly(0, 1).inOrder();
  }

  @Test
  void endsEveryCallbackThoughOneCannot() {
    List<String> ended = new ArrayList<>();
    Callback first =
        LambdaCallback.empty()
            .onTrainEnd(
                () -> {
                  throw new IllegalStateException("first");
                });
    Callback second =
        LambdaCallback.empty()
            .onTrainEnd(
                () -> {
                  ended.add("second");
                  throw new IllegalStateException("second");
                });
    Callback third = LambdaCallback.empty().onTrainEnd(() -> ended.add("third"));

    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () -> quiet(network()).callbacks(first, second, third).fit(points(4)));

    assertThat(thrown).hasMessageThat().isEqualTo("first");
    assertThat(thrown.getSuppressed()[0]).hasMessageThat().isEqualTo("second");
    assertThat(ended).containsExactly("second", "third").inOrder();
  }

  @Test
  void attachesWhatFailsAtTheEndToWhatFailedBefore() {
    Callback failing =
        LambdaCallback.empty()
            .onEpochBegin(
                epoch -> {
                  throw new IllegalArgumentException("epoch");
                })
            .onTrainEnd(
                () -> {
                  throw new IllegalStateException("end");
                });

    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> quiet(network()).callbacks(failing).fit(points(4)));

    assertThat(thrown.getSuppressed()[0]).hasMessageThat().isEqualTo("end");
  }

  @Test
  void endsThoseAloneThatWereBegun() {
    List<String> ended = new ArrayList<>();
    Callback first = LambdaCallback.empty().onTrainEnd(() -> ended.add("first"));
    Callback failing =
        LambdaCallback.empty()
            .onTrainBegin(
                training -> {
                  throw new IllegalStateException("as planned");
                })
            .onTrainEnd(() -> ended.add("failing"));
    Callback third = LambdaCallback.empty().onTrainEnd(() -> ended.add("third"));

    assertThrows(
        IllegalStateException.class,
        () -> quiet(network()).callbacks(first, failing, third).fit(points(4)));

    assertThat(ended).containsExactly("first", "failing").inOrder();
  }

  @Test
  @SuppressWarnings("NullAway") // What is tested.
  void refusesACallbackThatIsNot() {
    Trainer trainer = quiet(network());

    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class, () -> trainer.callbacks(LambdaCallback.empty(), null));

    assertThat(thrown).hasMessageThat().isEqualTo("callback 2 of 2 is null; leave it out");
  }

  @Test
  void tellsWhetherTrainingCameToItsEnd() {
    List<Boolean> finished = new ArrayList<>();
    Training[] training = new Training[1];
    LambdaCallback watching =
        LambdaCallback.empty()
            .onTrainBegin(begun -> training[0] = begun)
            .onTrainEnd(() -> finished.add(training[0].finished()));
    quiet(network()).callbacks(watching).fit(points(4));
    Callback failing =
        LambdaCallback.empty()
            .onEpochEnd(
                (epoch, logs) -> {
                  throw new IllegalStateException("as planned");
                });

    assertThrows(
        IllegalStateException.class,
        () -> quiet(network()).callbacks(watching, failing).fit(points(4)));

    assertThat(finished).containsExactly(true, false).inOrder();
  }

  @Test
  void takesUpAnotherTrainingAtTheBeginningAlone() throws IOException {
    Path file = folder.resolve("state");
    quiet(network()).save(file);
    Training[] training = new Training[1];
    Callback late =
        LambdaCallback.empty()
            .onTrainBegin(begun -> training[0] = begun)
            .onEpochBegin(
                epoch -> {
                  try {
                    training[0].resume(file);
                  } catch (IOException e) {
                    throw new AssertionError(e);
                  }
                });

    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class, () -> quiet(network()).callbacks(late).fit(points(4)));
    assertThat(thrown).hasMessageThat().contains("in onTrainBegin, not later");
  }

  @Test
  void knowsTheNamesOfWhatEpochsWillReport() {
    List<String> names = new ArrayList<>();
    LinearNetwork network =
        LinearNetwork.of("Two", LineData.backend(1), 7, 2, "mean_squared_error", "price", "kind");
    Examples examples = LineData.pointsWithTwoTargets(8);

    History history =
        quiet(network)
            .metrics(Metric.of("mae"))
            .validationSplit(0.5)
            .callbacks(
                LambdaCallback.empty().onTrainBegin(training -> names.addAll(training.logNames())))
            .fit(examples);

    assertThat(names).isEqualTo(history.names());
    assertThat(names).contains("val_kind_mae");
  }

  @Test
  void reportsNothingOfAValidationThereWasNot() {
    List<Logs> reported = new ArrayList<>();
    Column x = points(6).input("x");

    quiet(network())
        .epochs(2)
        .validationFreq(2)
        .validationData(points(3))
        .callbacks(LambdaCallback.empty().onEpochEnd((epoch, logs) -> reported.add(logs)))
        .fit(Examples.of(x, points(6).target("y")));

    assertThat(reported.get(0).get("val_loss")).isNull();
    assertThat(reported.get(1).get("val_loss")).isNotNull();
    assertThat(Arrays.asList(reported.get(0).keySet().toArray())).containsExactly("loss");
  }
}
