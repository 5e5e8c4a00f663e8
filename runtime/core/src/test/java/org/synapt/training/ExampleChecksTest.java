package org.synapt.training;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synapt.data.Column;
import org.synapt.data.Examples;
import org.synapt.network.Signature;

final class ExampleChecksTest {

  private static Signature signature(String loss, int columns, int targetColumns) {
    int[] target = targetColumns == 0 ? new int[0] : new int[] {targetColumns};
    return Signature.of("Net")
        .input("x", 2)
        .row("y", "Dense", 0, new int[] {columns}, "x")
        .output("y", loss, 1, new int[] {columns}, target, "")
        .build();
  }

  private static String refusal(Signature signature, Examples examples) {
    return assertThrows(IllegalArgumentException.class, () -> BoundExamples.of(signature, examples))
        .getMessage();
  }

  private static Examples examples(int width, float... targets) {
    float[] x = new float[targets.length / width * 2];
    return Examples.of(Column.of("x", 2, x), Column.of("y", width, targets));
  }

  @ParameterizedTest
  @CsvSource({
    "sparse_categorical_crossentropy, 3, 1, 0 3 1, example 1 is 3.0",
    "sparse_categorical_crossentropy, 3, 1, 0 0.5 1, example 1 is 0.5",
    "sparse_categorical_crossentropy, 3, 1, 0 1 -1, example 2 is -1.0",
    "categorical_crossentropy, 2, 2, 0 1 1 1, example 1 sums to 2.0",
    "categorical_crossentropy, 2, 2, 0 1 2 -1, example 1 has 2.0",
    "binary_crossentropy, 1, 1, 0 1 2, example 2 is 2.0",
    "hinge, 1, 1, -1 1 0, put −1 where 0 is",
    "squared_hinge, 1, 1, 0 1 1, example 0 is 0.0",
    "categorical_hinge, 2, 2, 0 1 0.5 0.5, example 1 is 0.5",
  })
  void refusesTargetsThatALossCannotTake(
      String loss, int columns, int width, String targets, String expected) {
    Signature signature = signature(loss, columns, loss.startsWith("sparse") ? 0 : columns);

    assertThat(refusal(signature, examples(width, floats(targets)))).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "sparse_categorical_crossentropy, 3, 1, 0 2 1",
    "categorical_crossentropy, 2, 2, 0 1 0.3 0.7004",
    "binary_crossentropy, 1, 1, 0 1 0.5",
    "hinge, 1, 1, -1 1 1",
    "mean_squared_error, 1, 1, -100 0 7.5",
  })
  void takesTargetsThatFit(String loss, int columns, int width, String targets) {
    Signature signature = signature(loss, columns, loss.startsWith("sparse") ? 0 : columns);
    Examples examples = examples(width, floats(targets));

    assertThat(BoundExamples.of(signature, examples).count()).isEqualTo(examples.count());
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "-Infinity"})
  void saysWhereANumberIsNotFinite(float number) {
    float[] x = {1, 2, 3, number};
    Examples examples = Examples.of(Column.of("x", 2, x), Column.of("y", 1, new float[] {0, 0}));

    assertThat(refusal(signature("mean_squared_error", 1, 1), examples))
        .startsWith("x of example 1 is " + number + " at 1");
    assertThat(refusal(signature("mean_squared_error", 1, 1), examples(1, 0, number)))
        .startsWith("y of example 1 is " + number + " at 0");
  }

  @Test
  void saysWhichWidthIsWanted() {
    Examples examples =
        Examples.of(Column.of("x", 3, new float[3]), Column.of("y", 1, new float[1]));

    assertThat(refusal(signature("mean_squared_error", 1, 1), examples))
        .isEqualTo("x has 3 floats for each example, but Net takes 2");
  }

  @Test
  void saysWhichNamesAreWanted() {
    Examples examples =
        Examples.of(Column.of("pixels", 2, new float[2]), Column.of("y", 1, new float[1]));

    assertThat(refusal(signature("mean_squared_error", 1, 1), examples))
        .contains("Net has the inputs [x], but the examples have [pixels [1, 2]]");
  }

  @Test
  void saysThatTargetsAreMissing() {
    Examples examples =
        Examples.of(
            Collections.singletonList(Column.of("x", 2, new float[2])), Collections.emptyList());

    assertThat(refusal(signature("mean_squared_error", 1, 1), examples))
        .isEqualTo("Net has the targets [y], but the examples have none");
  }

  @Test
  void refusesEmptyDataSets() {
    assertThat(refusal(signature("mean_squared_error", 1, 1), examples(1))).contains("no examples");
  }

  @Test
  void findsColumnsByNameWhateverTheirOrder() {
    Signature signature =
        Signature.of("Net")
            .input("a", 1)
            .input("b", 2)
            .output("b", "mean_squared_error", 1, new int[] {2}, new int[] {2}, "a")
            .build();
    Column a = Column.of("a", 1, new float[] {1});
    Column b = Column.of("b", 2, new float[] {2, 3});

    BoundExamples bound =
        BoundExamples.of(signature, Examples.of(Arrays.asList(b, a), Collections.emptyList()));

    assertThat(bound.input(0)).isSameInstanceAs(a);
    assertThat(bound.input(1)).isSameInstanceAs(b);
  }

  private static float[] floats(String text) {
    String[] words = text.split(" ", -1);
    float[] floats = new float[words.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = Float.parseFloat(words[i]);
    }
    return floats;
  }
}
