package org.synapt.samples.nd4j;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.dataset.adapter.SingletonMultiDataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.network.Seed;
import org.synapt.training.Trainer;

/** What is written beside a network does what the network does, with arrays for numbers. */
final class GeneratedAdapterTest {
  private static final int EXAMPLES = 300;

  private final INDArray picture = Nd4j.rand(DataType.FLOAT, EXAMPLES, 6, 6, 2);
  private final INDArray year = Nd4j.rand(DataType.FLOAT, EXAMPLES, 1);
  private final INDArray ageTarget = picture.mean(1, 2, 3).reshape(EXAMPLES, 1);
  private final INDArray moodTarget = year.mul(3).castTo(DataType.INT32);

  private static float[] floats(INDArray array) {
    return array.castTo(DataType.FLOAT).dup('c').data().asFloat();
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "onednn", "nd4j"})
  void predictsWhatTheNetworkDoes(String name) {
    try (Backend backend = Backends.named(name);
        PortraitNetwork network = new PortraitNetwork(backend, Seed.of(7))) {
      PortraitNd4j adapter = new PortraitNd4j(network);
      PortraitNetwork.Outputs expected = network.predict(floats(picture), floats(year));

      PortraitNd4j.Outputs outputs = adapter.predict(picture, year);
      INDArray age = Nd4j.create(DataType.FLOAT, EXAMPLES, 1);
      INDArray mood = Nd4j.create(DataType.DOUBLE, EXAMPLES, 3);
      adapter.predict(picture.castTo(DataType.DOUBLE), year, age, mood);

      assertThat(outputs.age().shape()).isEqualTo(new long[] {EXAMPLES, 1});
      assertThat(outputs.mood().shape()).isEqualTo(new long[] {EXAMPLES, 3});
      assertThat(floats(outputs.age())).isEqualTo(expected.age());
      assertThat(floats(outputs.mood())).isEqualTo(expected.mood());
      assertThat(floats(age)).isEqualTo(expected.age());
      assertThat(floats(mood)).isEqualTo(expected.mood());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "onednn", "nd4j"})
  void givesRowsAndGradients(String name) {
    try (Backend backend = Backends.named(name);
        PortraitNetwork network = new PortraitNetwork(backend, Seed.of(7))) {
      PortraitNd4j adapter = new PortraitNd4j(network);

      INDArray strokes = adapter.value("strokes", picture, year);
      INDArray gradient = adapter.pictureGradient(picture, year, ageTarget, moodTarget);

      assertThat(strokes.shape()).isEqualTo(new long[] {EXAMPLES, 4, 4, 8});
      assertThat(floats(strokes))
          .isEqualTo(network.value("strokes", floats(picture), floats(year)));
      assertThat(gradient.shape()).isEqualTo(new long[] {EXAMPLES, 6, 6, 2});
      assertThat(floats(gradient))
          .isEqualTo(
              network.pictureGradient(
                  floats(picture), floats(year), floats(ageTarget), floats(moodTarget)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "onednn", "nd4j"})
  void learnsFromArraysAndIteratorsWhatItLearnsFromNumbers(String name) {
    try (Backend backend = Backends.named(name);
        PortraitNetwork fromFloats = new PortraitNetwork(backend, Seed.of(7));
        PortraitNetwork fromArrays = new PortraitNetwork(backend, Seed.of(7));
        PortraitNetwork fromIterator = new PortraitNetwork(backend, Seed.of(7))) {
      PortraitNd4j adapter = new PortraitNd4j(fromIterator);
      MultiDataSet all =
          new MultiDataSet(new INDArray[] {picture, year}, new INDArray[] {ageTarget, moodTarget});

      trainer(fromFloats)
          .fit(
              PortraitNetwork.examples(
                  floats(picture), floats(year), floats(ageTarget), floats(moodTarget)));
      trainer(fromArrays).fit(PortraitNd4j.examples(picture, year, ageTarget, moodTarget));
      trainer(fromIterator)
          .stepsPerEpoch(6)
          .fit(adapter.dataset(new SingletonMultiDataSetIterator(all)));

      float[] learnt = fromFloats.parameter("hidden.weight").get();
      assertThat(fromArrays.parameter("hidden.weight").get()).isEqualTo(learnt);
      assertThat(floats(adapter.parameter("hidden.weight"))).isEqualTo(learnt);
      assertThat(adapter.evaluate(picture, year, ageTarget, moodTarget).loss())
          .isEqualTo(
              new PortraitNd4j(fromFloats).evaluate(picture, year, ageTarget, moodTarget).loss());
    }
  }

  private static Trainer trainer(PortraitNetwork network) {
    return Trainer.of(network).batchSize(50).epochs(2).shuffle(false).verbose(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "nd4j"})
  void speaksOfArraysByTheNamesOfTheirRows(String name) {
    try (Backend backend = Backends.named(name);
        PortraitNetwork network = new PortraitNetwork(backend, Seed.of(7))) {
      PortraitNd4j adapter = new PortraitNd4j(network);
      List<INDArray> wrong = List.of(picture.permute(0, 3, 1, 2), ageTarget.reshape(10, 30));

      assertThat(
              assertThrows(
                  IllegalArgumentException.class, () -> adapter.predict(wrong.get(0), year)))
          .hasMessageThat()
          .startsWith("picture is [300, 2, 6, 6], but takes [b, 6, 6, 2] or [b, 72]");
      assertThat(
              assertThrows(
                  IllegalArgumentException.class,
                  () -> adapter.evaluate(picture, year, wrong.get(1), moodTarget)))
          .hasMessageThat()
          .isEqualTo("age is [10, 30], but takes [b, 1] or [b]");
    }
  }
}
