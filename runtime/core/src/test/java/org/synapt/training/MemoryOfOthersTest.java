package org.synapt.training;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.synapt.buffer.CountedBuffer;
import org.synapt.data.Column;
import org.synapt.data.Dataset;
import org.synapt.data.Examples;
import org.synapt.network.LinearNetwork;
import org.synapt.network.Parameter;
import org.synapt.optimizer.Adam;

/** Training on examples that lie in buffers of others gives the same bits as on arrays. */
final class MemoryOfOthersTest {
  private static final Examples HERE = LineData.points(1_005);

  private static Examples there() {
    return Examples.of(there(HERE.input("x")), there(HERE.target("y")));
  }

  private static Column there(Column column) {
    return Column.of(column.name(), column.width(), new CountedBuffer(column.toArray()));
  }

  private static float[] trained(Examples train, Examples validation, boolean asDataset) {
    LinearNetwork network = LineData.network();
    Trainer trainer =
        LineData.quiet(network)
            .optimizer(Adam.defaults())
            .batchSize(32)
            .epochs(3)
            .validationData(validation);
    History history = asDataset ? trainer.fit(Dataset.of(train)) : trainer.fit(train);
    return new float[] {
      network.parameter("y.weight").get()[0],
      network.parameter("y.bias").get()[0],
      (float) trainer.evaluate(train).loss(),
      (float) history.last("val_loss"),
      trainer.predict(train).get(0).value(1_004, 0)
    };
  }

  @Test
  void fitsEvaluatesAndPredictsAlike() {
    for (boolean asDataset : new boolean[] {false, true}) {
      assertThat(trained(there(), there().slice(0, 100), asDataset))
          .isEqualTo(trained(HERE, HERE.slice(0, 100), asDataset));
    }
  }

  @Test
  void nothingIsThereTwice() {
    float[] x = HERE.input("x").toArray();
    CountedBuffer buffer = new CountedBuffer(x);
    Examples examples = Examples.of(Column.of("x", 2, buffer), HERE.target("y"));
    LineData.quiet(LineData.network()).epochs(4).fit(examples);
    // Once to look for what is not finite, and once in each epoch.
    assertThat(buffer.copied()).isEqualTo(5 * x.length);
  }

  @Test
  void saysWhichExampleIsWrong() {
    float[] x = HERE.input("x").toArray();
    x[2 * 900 + 1] = Float.POSITIVE_INFINITY;
    Examples examples = Examples.of(Column.of("x", 2, new CountedBuffer(x)), HERE.target("y"));
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> LineData.quiet(LineData.network()).fit(examples)))
        .hasMessageThat()
        .startsWith("x of example 900 is Infinity at 1;");
  }

  @Test
  void parametersAreSetFromMemoryOfOthersAndCopiedThere() {
    LinearNetwork network = LinearNetwork.of(LineData.backend(1), 7, 20_000, "mean_squared_error");
    Parameter weight = network.parameter("y.weight");
    float[] numbers = new float[20_000];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i;
    }
    weight.set(new CountedBuffer(numbers));
    assertThat(weight.get()).isEqualTo(numbers);
    CountedBuffer target = new CountedBuffer(new float[20_000]);
    weight.get(target);
    assertThat(target.floats()).isEqualTo(numbers);

    numbers[15_000] = Float.NaN;
    assertThat(
            assertThrows(
                IllegalArgumentException.class, () -> weight.set(new CountedBuffer(numbers))))
        .hasMessageThat()
        .isEqualTo("y.weight[15000] is NaN");
    assertThat(weight.get()[0]).isEqualTo(0f);
    assertThat(
            assertThrows(
                IllegalArgumentException.class, () -> weight.set(new CountedBuffer(1, 2, 3))))
        .hasMessageThat()
        .isEqualTo("y.weight [20000, 1] takes 20000 floats, not 3");
    assertThrows(IllegalArgumentException.class, () -> weight.get(new CountedBuffer(1, 2, 3)));
  }
}
