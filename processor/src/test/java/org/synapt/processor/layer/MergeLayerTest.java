package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;
import static org.synapt.processor.layer.Mentions.constant;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synapt.processor.graph.GraphInterpreter;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

final class MergeLayerTest {

  @ParameterizedTest
  @CsvSource({
    "Add, 10",
    "Average, 3.3333333333333335",
    "Multiply, -24",
    "Maximum, 8",
    "Minimum, -1",
  })
  void mergesThree(String layer, double expected) {
    Inferred merge = Inferred.of(Mentions.of(layer), Shape.of(1), Shape.of(1), Shape.of(1));

    assertThat(merge.compute(new double[] {-1}, new double[] {8}, new double[] {3}))
        .usingTolerance(1e-15)
        .containsExactly(expected);
  }

  @Test
  void subtractsTheSecond() {
    Inferred difference = Inferred.of(Mentions.of("Subtract"), Shape.of(2), Shape.of(2));

    assertThat(difference.compute(new double[] {5, 1}, new double[] {2, 3}))
        .usingTolerance(0)
        .containsExactly(3, -2)
        .inOrder();
  }

  @Test
  void activatesASum() {
    assertThat(
            Inferred.of(
                    Mentions.of("Add", "activation", constant("RELU")), Shape.of(2), Shape.of(2))
                .lowered())
        .isEqualTo(
            """
            merged [b, 2] = x1 + x2(a, b)
            relu [b, 2] = relu(x)(merged)
            """);
  }

  @Test
  void broadcastsAsNumPyDoes() {
    Inferred sum = Inferred.of(Mentions.of("Add"), Shape.of(2, 1), Shape.of(3));

    assertThat(sum.toString()).isEqualTo("[2, 3]");
    assertThat(sum.compute(new double[] {10, 20}, new double[] {1, 2, 3}))
        .usingTolerance(0)
        .containsExactly(11, 12, 13, 21, 22, 23)
        .inOrder();
  }

  @Test
  void broadcastsAMiddleAxis() {
    Inferred sum = Inferred.of(Mentions.of("Add"), Shape.of(2, 1, 2), Shape.of(1, 2, 1));

    assertThat(sum.toString()).isEqualTo("[2, 2, 2]");
    assertThat(sum.compute(new double[] {10, 20, 30, 40}, new double[] {1, 2}))
        .usingTolerance(0)
        .containsExactly(11, 21, 12, 22, 31, 41, 32, 42)
        .inOrder();
  }

  @Test
  void namesAllThatDisagreeInOneProblem() {
    assertThat(
            Inferred.of(Mentions.of("Add"), Shape.of(3), Shape.of(4), Shape.of(3), Shape.of(2, 5))
                .toString())
        .isEqualTo(
            "[MergeShape] a is [3] but b is [4], d is [2, 5]\n"
                + "    give them the same shape; only extents of 1 are repeated");
  }

  @Test
  void countsWhatBroadcastingMakes() {
    assertThat(
            Inferred.of(Mentions.of("Multiply"), Shape.of(65_536, 1), Shape.of(65_536)).toString())
        .startsWith("[TooManyElements] y [65536, 65536]");
  }

  @Test
  void mergesManyInSmallGroups() {
    List<Value> operands =
        IntStream.range(0, 250).mapToObj(i -> Value.of("a" + i, Shape.of(1))).toList();
    Lowered lowered = Lowered.toTrain();

    Value sum =
        new MergeLayer(MergeLayer.Kind.MAXIMUM).lower(Mentions.of("Maximum"), operands, lowered);
    GraphInterpreter numbers = GraphInterpreter.of(1);
    IntStream.range(0, 250).forEach(i -> numbers.put(operands.get(i), i * 37 % 250));

    numbers.run(lowered.equations());

    assertThat(numbers.get(sum)).usingTolerance(0).containsExactly(249);
  }

  @Test
  void describesItself() {
    assertThat(Inferred.of(Mentions.of("Average"), Shape.of(1), Shape.of(1)).describe())
        .isEqualTo("average");
  }

  @Test
  void saysThatTwoSymbolsNeedNotBeTheSame() {
    assertThat(Inferred.of(Mentions.of("Add"), Shape.of(-1, 3), Shape.of(-2, 3)).toString())
        .isEqualTo(
            String.join(
                System.lineSeparator(),
                "[MergeShape] a is [any, 3] but b is [any2, 3]",
                "    any is not any2: write the same constant in the inputs where they are the same"));
    assertThat(Inferred.of(Mentions.of("Add"), Shape.of(-1, 3), Shape.of(5, 3)).toString())
        .contains("any is not 5");
  }

  @Test
  void repeatsAnExtentOfOneAsOftenAsABatchSays() {
    assertThat(Inferred.of(Mentions.of("Add"), Shape.of(-1, 3), Shape.of(1, 3)).toString())
        .isEqualTo("[any, 3]");
  }
}
