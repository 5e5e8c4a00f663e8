package org.synapt.training;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.synapt.training.LineData.network;
import static org.synapt.training.LineData.points;
import static org.synapt.training.LineData.quiet;
import static org.synapt.training.TrainerTest.bytes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.synapt.data.Column;
import org.synapt.data.Dataset;
import org.synapt.data.DatasetException;
import org.synapt.data.Examples;
import org.synapt.network.LinearNetwork;

@Tag("D15")
final class StreamTest {

  /** In chunks of 1, 2, 3, 1, 2, 3, … examples. */
  private static Dataset chunks(Examples examples) {
    return Dataset.generate(
        () -> {
          List<Examples> chunks = new ArrayList<>();
          int size = 1;
          for (int at = 0; at < examples.count(); at += size) {
            size = size % 3 + 1;
            chunks.add(examples.slice(at, Math.min(at + size, examples.count())));
          }
          return chunks.iterator();
        });
  }

  @Test
  void trainsAsMemoryDoesWhateverTheChunksAre() {
    LinearNetwork memory = network();
    LinearNetwork stream = network();
    LinearNetwork ahead = network();

    History history = quiet(memory).shuffle(false).batchSize(7).epochs(3).fit(points(50));
    quiet(stream).batchSize(7).epochs(3).fit(chunks(points(50)));
    History prefetched = quiet(ahead).batchSize(7).epochs(3).fit(chunks(points(50)).prefetch(2));

    assertThat(bytes(stream)).isEqualTo(bytes(memory));
    assertThat(bytes(ahead)).isEqualTo(bytes(memory));
    assertThat(prefetched.get("loss")).isEqualTo(history.get("loss"));
  }

  @Test
  void findsColumnsByTheirNamesAndWeightsByTheirOutputs() {
    LinearNetwork memory =
        LinearNetwork.of("Two", LineData.backend(1), 7, 2, "mean_squared_error", "price", "kind");
    LinearNetwork stream =
        LinearNetwork.of("Two", LineData.backend(1), 7, 2, "mean_squared_error", "price", "kind");
    Examples two = LineData.pointsWithTwoTargets(20);
    float[] weights = new float[20];
    for (int i = 0; i < 20; i++) {
      weights[i] = i;
    }
    Examples turned =
        Examples.of(two.inputs(), Arrays.asList(two.target("kind"), two.target("price")))
            .weighted("kind", weights);

    quiet(memory).shuffle(false).batchSize(6).fit(two.weighted("kind", weights));
    quiet(stream).batchSize(6).fit(chunks(turned));

    assertThat(bytes(stream)).isEqualTo(bytes(memory));
  }

  @Test
  void weighsClassesToo() {
    LinearNetwork memory = LinearNetwork.of(LineData.backend(1), 7, 2, "binary_crossentropy");
    LinearNetwork stream = LinearNetwork.of(LineData.backend(1), 7, 2, "binary_crossentropy");
    Examples points = points(10);
    float[] sides = points.target("y").toArray();
    for (int i = 0; i < sides.length; i++) {
      sides[i] = sides[i] > 1 ? 1 : 0;
    }
    Examples classes =
        Examples.of(points.inputs(), Collections.singletonList(Column.of("y", 1, sides)));

    quiet(memory).shuffle(false).classWeight(Map.of(1, 9.0)).fit(classes);
    quiet(stream).classWeight(Map.of(1, 9.0)).fit(chunks(classes));

    assertThat(bytes(stream)).isEqualTo(bytes(memory));
  }

  @Test
  void validatesAndEvaluatesOnAStream() {
    LinearNetwork network = network();

    History history =
        quiet(network)
            .epochs(2)
            .validationData(chunks(points(30)).prefetch(1))
            .fit(chunks(points(50)));

    assertThat(history.last("val_loss"))
        .isWithin(1e-7)
        .of(quiet(network).evaluate(points(30)).loss());
    assertThat(quiet(network).evaluate(chunks(points(30))).loss())
        .isWithin(1e-7)
        .of(history.last("val_loss"));
  }

  @Test
  void anEndlessStreamHasEpochsOfSoManySteps() {
    LinearNetwork network = network();
    Trainer trainer = quiet(network).batchSize(10).stepsPerEpoch(7).epochs(3);

    History history = trainer.fit(chunks(points(25)).repeat().prefetch(3));

    assertThat(history.get("loss")).hasSize(3);
    assertThat(running("synapt-prefetch")).isFalse();
  }

  private static boolean running(String thread) {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(each -> each.getName().startsWith(thread));
  }

  @Test
  void whatTheProducerThrowsEndsTrainingAndLeavesNothingRunning() {
    Examples points = points(40);
    Iterator<Examples> chunks =
        new Iterator<>() {
          private int at;

          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public Examples next() {
            if (at == 30) {
              throw new IllegalStateException("the disk is gone");
            }
            return points.slice(at, at += 10);
          }
        };

    DatasetException problem =
        assertThrows(
            DatasetException.class,
            () -> quiet(network()).fit(Dataset.generate(() -> chunks).prefetch(2)));

    assertThat(problem).hasCauseThat().hasMessageThat().isEqualTo("the disk is gone");
    assertThat(running("synapt-prefetch")).isFalse();
  }

  @Test
  void aCallbackThatFailsLeavesNothingRunning() {
    Callback failing =
        new Callback() {
          @Override
          public void onBatchEnd(int batch, Logs logs) {
            throw new IllegalStateException("enough");
          }
        };

    assertThrows(
        IllegalStateException.class,
        () ->
            quiet(network())
                .callbacks(failing)
                .validationData(chunks(points(9)).prefetch(1))
                .fit(chunks(points(5000)).repeat().prefetch(2)));

    assertThat(running("synapt-prefetch")).isFalse();
  }

  @Test
  void saysWhichExampleOfTheStreamIsNoTarget() {
    Examples points = points(20);
    float[] labels = new float[20];
    labels[13] = 3;
    Examples labelled =
        Examples.of(points.inputs(), Collections.singletonList(Column.of("y", 1, labels)));
    LinearNetwork network = LinearNetwork.of(LineData.backend(1), 7, 2, "binary_crossentropy");

    DatasetException problem =
        assertThrows(
            DatasetException.class, () -> quiet(network).batchSize(4).fit(chunks(labelled)));

    assertThat(problem)
        .hasMessageThat()
        .isEqualTo(
            "y of example 13 of the epoch is 3.0 at 0, but a binary cross-entropy takes 0, 1 or a"
                + " probability between");
  }

  @Test
  void refusesColumnsThatTheNetworkDoesNotTake() {
    Examples named = Examples.of(Column.of("z", 2, new float[4]), Column.of("y", 1, new float[2]));

    assertThat(
            assertThrows(
                IllegalArgumentException.class, () -> quiet(network()).fit(Dataset.of(named))))
        .hasMessageThat()
        .contains("Line has the inputs [x], but the examples have [z [0, 2]]");
    assertThat(
            assertThrows(
                IllegalStateException.class,
                () -> quiet(network()).validationSplit(0.1).fit(Dataset.of(points(10)))))
        .hasMessageThat()
        .contains("use validationData");
  }

  @Test
  void validatesWithMoreExamplesThanTheDataSetWasSaidToHave() {
    Dataset more = Dataset.of(points(40)).withCount(10);

    History history =
        quiet(network()).batchSize(8).validationBatchSize(64).validationData(more).fit(points(20));
    History right =
        quiet(network())
            .batchSize(8)
            .validationBatchSize(64)
            .validationData(points(40))
            .fit(points(20));

    assertThat(history.get("val_loss")).isEqualTo(right.get("val_loss"));
  }
}
