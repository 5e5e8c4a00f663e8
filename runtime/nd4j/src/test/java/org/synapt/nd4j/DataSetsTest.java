package org.synapt.nd4j;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.AsyncDataSetIterator;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.synapt.backend.Backend;
import org.synapt.backend.Backends;
import org.synapt.data.Dataset;
import org.synapt.data.DatasetException;
import org.synapt.data.Examples;

/** DL4J's data sets and iterators. */
final class DataSetsTest {
  private final Backend java = Backends.named("java");
  private final Nd4jAdapter<SpyNetwork> spy = new Nd4jAdapter<>(new SpyNetwork(java));
  private final Nd4jAdapter<LineNetwork> line = new Nd4jAdapter<>(new LineNetwork(java));

  @AfterEach
  void close() {
    java.close();
  }

  private static INDArray numbers(long... shape) {
    INDArray array = Nd4j.create(DataType.FLOAT, shape);
    return array.addi(Nd4j.arange((double) array.length()).castTo(DataType.FLOAT).reshape(shape));
  }

  private static MultiDataSet pictures(int examples) {
    return new MultiDataSet(
        new INDArray[] {numbers(examples, 2, 3, 4), numbers(examples, 1)},
        new INDArray[] {numbers(examples, 24), numbers(examples)});
  }

  @Test
  void goInWhereTheirArraysLie() {
    MultiDataSet data = pictures(5);

    Examples examples = spy.examples(data);
    data.getFeatures(1).putScalar(3, -1f);

    assertThat(examples.toString())
        .isEqualTo("[image [5, 24], age [5, 1]] → [sum [5, 24], twice [5, 1]]");
    assertThat(examples.input("age").toArray()).isEqualTo(new float[] {0, 1, 2, -1, 4});
  }

  @Test
  void ofOneInputAndOneTargetGoInToo() {
    Examples examples = line.examples(new DataSet(numbers(3, 2), numbers(3, 1)));

    assertThat(examples.toString()).isEqualTo("[x [3, 2]] → [y [3, 1]]");
    assertThat(examples.target("y").toArray()).isEqualTo(new float[] {0, 1, 2});
  }

  private String refusal(MultiDataSet data) {
    return assertThrows(IllegalArgumentException.class, () -> spy.examples(data)).getMessage();
  }

  @Test
  void areRefusedWithOtherArrays() {
    MultiDataSet more = pictures(2);
    more.setFeatures(new INDArray[] {numbers(2, 24), numbers(2, 1), numbers(2, 1)});
    MultiDataSet noLabels = pictures(2);
    noLabels.setLabels(new INDArray[] {null, null});
    MultiDataSet channelsFirst = pictures(2);
    channelsFirst.setFeatures(0, numbers(2, 4, 2, 3));

    assertThat(refusal(more))
        .isEqualTo("Spy takes 2 arrays of features, [image, age], but the data set holds 3");
    assertThat(refusal(noLabels)).isEqualTo("sum is null");
    assertThat(refusal(channelsFirst))
        .isEqualTo(
            "image is [2, 4, 2, 3], but takes [b, 2, 3, 4] or [b, 24];"
                + " its channels come first: image.permute(0, 2, 3, 1)");
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> spy.examples(new DataSet(numbers(2, 24), numbers(2, 24)))))
        .hasMessageThat()
        .isEqualTo(
            "Spy takes 2 arrays of features, [image, age], but the data set holds 1;"
                + " a MultiDataSet holds several");
  }

  @Test
  void areRefusedWhereSomethingIsMasked() {
    DataSet whole = new DataSet(numbers(3, 2), numbers(3, 1));
    whole.setLabelsMaskArray(Nd4j.ones(DataType.FLOAT, 3, 1));
    DataSet masked = new DataSet(numbers(3, 2), numbers(3, 1));
    masked.setLabelsMaskArray(Nd4j.createFromArray(1f, 0f, 1f).reshape(3, 1));
    MultiDataSet features = pictures(2);
    features.setFeaturesMaskArrays(new INDArray[] {null, Nd4j.zeros(DataType.FLOAT, 2, 1)});

    assertThat(line.examples(whole).count()).isEqualTo(3);
    assertThat(assertThrows(IllegalArgumentException.class, () -> line.examples(masked)))
        .hasMessageThat()
        .isEqualTo(
            "the mask of y is not 1 everywhere, and a network takes whole examples:"
                + " leave some out, or weigh them with Examples.weighted");
    assertThat(refusal(features)).startsWith("the mask of age is not 1 everywhere");
  }

  @Test
  void comeFromAnIteratorInEveryPass() {
    Dataset data = line.dataset(new Iteration(numbers(10, 2), numbers(10, 1), 4));

    assertThat(data.toExamples().input("x").toArray()).isEqualTo(numbers(10, 2).data().asFloat());
    assertThat(data.toExamples().target("y").toArray()).isEqualTo(numbers(10, 1).data().asFloat());
    assertThat(data.count().isPresent()).isFalse();
  }

  @Test
  void areCopiedFromAnIteratorThatUsesItsArraysAgain() {
    Iteration iteration = new Iteration(numbers(10, 2), numbers(10, 1), 5);
    iteration.usesArraysAgain = true;

    assertThat(line.dataset(iteration).toExamples().input("x").toArray())
        .isEqualTo(numbers(10, 2).data().asFloat());
  }

  @Test
  void comeFromOneThatReadsAheadIntoAWorkspace() {
    Iteration iteration = new Iteration(numbers(64, 2), numbers(64, 1), 4);
    AsyncDataSetIterator ahead = new AsyncDataSetIterator(iteration, 2, /* useWorkspace= */ true);

    assertThat(line.dataset(ahead).toExamples().input("x").toArray())
        .isEqualTo(numbers(64, 2).data().asFloat());
    ahead.shutdown();
  }

  @Test
  void comeOnceFromAnIteratorThatCannotBeReset() {
    Iteration iteration = new Iteration(numbers(6, 2), numbers(6, 1), 3);
    iteration.resetSupported = false;
    Dataset data = line.dataset(iteration);

    assertThat(data.toExamples().count()).isEqualTo(6);
    assertThat(assertThrows(DatasetException.class, data::toExamples))
        .hasMessageThat()
        .contains("Iteration cannot be reset, so there is no second pass; train for one epoch");
  }

  @Test
  void sayWhichChunkIsWrong() {
    Iteration iteration = new Iteration(numbers(6, 2), numbers(6, 2), 3);

    assertThat(assertThrows(DatasetException.class, () -> line.dataset(iteration).toExamples()))
        .hasMessageThat()
        .isEqualTo(
            "chunk 1 of the data set, behind 0 examples, cannot be read:"
                + " y is [3, 2], but takes [b, 1] or [b]");
  }
}
