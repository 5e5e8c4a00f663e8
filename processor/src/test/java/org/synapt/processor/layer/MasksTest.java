package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;
import static org.synapt.processor.layer.Mentions.constant;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synapt.processor.graph.GraphInterpreter;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/** Steps that do not count: what layers make of them, in numbers that Keras has published. */
@Tag("L14")
final class MasksTest {
  private static final Shape STEPS = Shape.of(4, 2);

  /** {@code x1} and {@code x2} of {@code merging_test.py}, Keras 3; steps of zeros do not count. */
  private static final double[] FIRST = {0, 0, 1, 2, 0, 0, 3, 4};

  private static final double[] SECOND = {0, 0, 0, 0, 1, 2, 3, 4};
  private static final double[] IN_FIRST = {0, 1, 0, 1};
  private static final double[] IN_SECOND = {0, 0, 1, 1};

  /** What a layer makes of values and masks. */
  private static final class Run {
    private final Lowered lowered = Lowered.toPredict();
    private final GraphInterpreter numbers;
    private final Value y;

    Run(Inferred layer, int batch, List<double[]> operands, List<double[]> masks) {
      numbers = GraphInterpreter.of(batch);
      for (int i = 0; i < operands.size(); i++) {
        Value x = layer.values().get(i);
        numbers.put(x, operands.get(i));
        if (i < masks.size() && masks.get(i).length > 0) {
          Value mask = Value.of(x.name() + ".mask", Shape.of(x.shape().extent(0)));
          numbers.put(mask, masks.get(i));
          lowered.masked(x, mask);
        }
      }
      y = layer.lower(lowered);
      numbers.run(lowered.equations());
    }

    double[] y() {
      return numbers.get(y);
    }

    /** Empty if it has none. */
    double[] mask() {
      return lowered.mask(y).map(numbers::get).orElseGet(() -> new double[0]);
    }
  }

  private static Run merge(String layer, double[]... masks) {
    return new Run(
        Inferred.of(Mentions.of(layer), STEPS, STEPS), 1, List.of(FIRST, SECOND), List.of(masks));
  }

  /** Keras 3, {@code masking_test.py}: {@code test_masking_correctness}. */
  @Test
  void masksStepsOfNothingButTheValue() {
    Run run =
        new Run(
            Inferred.of(Mentions.of("Masking"), Shape.of(3, 2)),
            2,
            List.of(new double[] {0, 0, 1, 2, 0, 0, 2, 2, 0, 0, 2, 1}),
            List.of());

    assertThat(run.mask()).usingTolerance(0).containsExactly(0, 1, 0, 1, 0, 1).inOrder();
    assertThat(run.y())
        .usingTolerance(0)
        .containsExactly(0, 0, 1, 2, 0, 0, 2, 2, 0, 0, 2, 1)
        .inOrder();
  }

  @Test
  void makesMaskedStepsZeroAndKeepsTheOthers() {
    Run run =
        new Run(
            Inferred.of(Mentions.of("Masking", "maskValue", -1.0), Shape.of(3, 2)),
            1,
            List.of(new double[] {-1, -1, -1, 0, 0, 0}),
            List.of());

    assertThat(run.mask()).usingTolerance(0).containsExactly(0, 1, 1).inOrder();
    assertThat(run.y()).usingTolerance(0).containsExactly(0, 0, -1, 0, 0, 0).inOrder();
  }

  @Test
  void wantsFeaturesInSteps() {
    assertThat(Inferred.of(Mentions.of("Masking"), Shape.of(3)).toString())
        .isEqualTo(
            "[MissingAxis] masking looks at the features of each step, but a [3] has no steps with"
                + " features\n    give it the shape [steps, features]");
  }

  /** Keras 3, {@code merging_test.py}: {@code test_add_with_mask} and the tests like it. */
  @ParameterizedTest
  @CsvSource({
    "Add,      '0, 0, 1, 2, 1, 2, 6, 8'",
    "Subtract, '0, 0, 1, 2, -1, -2, 0, 0'",
    "Average,  '0, 0, 0.5, 1, 0.5, 1, 3, 4'",
    "Multiply, '0, 0, 1, 2, 1, 2, 9, 16'",
    "Maximum,  '0, 0, 1, 2, 1, 2, 3, 4'",
    "Minimum,  '0, 0, 1, 2, 1, 2, 3, 4'"
  })
  void mergesWhatCountsInEither(String layer, String expected) {
    Run run = merge(layer, IN_FIRST, IN_SECOND);

    assertThat(run.y()).usingTolerance(0).containsExactly(numbers(expected)).inOrder();
    assertThat(run.mask()).usingTolerance(0).containsExactly(0, 1, 1, 1).inOrder();
  }

  /** The same, where the second operand has no mask. */
  @ParameterizedTest
  @CsvSource({
    "Add,      '0, 0, 1, 2, 1, 2, 6, 8'",
    "Subtract, '0, 0, 1, 2, -1, -2, 0, 0'",
    "Multiply, '0, 0, 0, 0, 1, 2, 9, 16'",
    "Minimum,  '0, 0, 0, 0, 1, 2, 3, 4'"
  })
  void hasNoMaskWhereOneOperandHasNone(String layer, String expected) {
    Run run = merge(layer, IN_FIRST);

    assertThat(run.y()).usingTolerance(0).containsExactly(numbers(expected)).inOrder();
    assertThat(run.mask()).isEmpty();
  }

  /** {@code test_maximum_with_mask}, whose numbers are below 0. */
  @Test
  void takesTheLargestOfWhatCounts() {
    Inferred layer = Inferred.of(Mentions.of("Maximum"), STEPS, STEPS);
    List<double[]> operands = List.of(negated(FIRST), negated(SECOND));

    Run both = new Run(layer, 1, operands, List.of(IN_FIRST, IN_SECOND));
    Run first = new Run(layer, 1, operands, List.of(IN_FIRST));

    assertThat(both.y())
        .usingTolerance(0)
        .containsExactly(numbers("-0.0, -0.0, -1, -2, -1, -2, -3, -4"))
        .inOrder();
    assertThat(first.y())
        .usingTolerance(0)
        .containsExactly(numbers("-0.0, -0.0, -0.0, -0.0, -1, -2, -3, -4"))
        .inOrder();
  }

  /** {@code test_concatenate_with_mask}. */
  @Test
  void joinsMasksStepAfterStep() {
    Inferred steps = Inferred.of(Mentions.of("Concatenate", "axis", 0), STEPS, STEPS);
    Inferred features = Inferred.of(Mentions.of("Concatenate"), STEPS, STEPS);
    List<double[]> operands = List.of(FIRST, SECOND);

    assertThat(new Run(steps, 1, operands, List.of(IN_FIRST)).mask())
        .usingTolerance(0)
        .containsExactly(0, 1, 0, 1, 1, 1, 1, 1)
        .inOrder();
    assertThat(new Run(steps, 1, operands, List.of(IN_FIRST, IN_SECOND)).mask())
        .usingTolerance(0)
        .containsExactly(0, 1, 0, 1, 0, 0, 1, 1)
        .inOrder();
    assertThat(new Run(features, 1, operands, List.of(IN_FIRST)).mask()).isEmpty();
    assertThat(new Run(features, 1, operands, List.of(IN_FIRST, IN_SECOND)).mask())
        .usingTolerance(0)
        .containsExactly(0, 1, 1, 1)
        .inOrder();
  }

  /**
   * Keras 3, {@code global_average_pooling_test.py}: 0 to 23 with the mask {@code [[1, 1, 0], [0,
   * 1, 0]]}, of which the test says {@code Σ x · mask / Σ mask}.
   */
  @Test
  void averagesTheStepsThatCount() {
    double[] x = new double[24];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
    }
    Inferred layer = Inferred.of(Mentions.of("GlobalAveragePooling1D"), Shape.of(3, 4));

    Run run = new Run(layer, 2, List.of(x), List.of(new double[] {1, 1, 0, 0, 1, 0}));

    assertThat(run.y()).usingTolerance(0).containsExactly(2, 3, 4, 5, 16, 17, 18, 19).inOrder();
    assertThat(run.mask()).isEmpty();
  }

  @Test
  void averagesNothingToZero() {
    Inferred layer = Inferred.of(Mentions.of("GlobalAveragePooling1D"), Shape.of(2, 2));

    Run run =
        new Run(layer, 1, List.of(new double[] {Double.NaN, 1, 2, 3}), List.of(new double[2]));

    assertThat(run.y()).usingTolerance(0).containsExactly(0, 0).inOrder();
  }

  @Test
  void sharesOutAmongTheStepsThatCount() {
    Inferred layer = Inferred.of(Mentions.of("Softmax", "axis", 0), Shape.of(3, 1));

    Run run = new Run(layer, 1, List.of(new double[] {1, 2, 1}), List.of(new double[] {1, 0, 1}));

    assertThat(run.y()).usingTolerance(0).containsExactly(0.5, 0, 0.5).inOrder();
  }

  /** Keras 3, {@code loss_test.py}: predictions, targets, weights and mask. */
  private static final double[] PREDICTED = {0.1, 0.2, 0.3, 0.4};

  private static final double[] TARGETS = {1, 0, 1, 0};
  private static final double[] WEIGHTS = {0.4, 0.3, 0.2, 0.1};
  private static final double[] COUNTED = {1, 0, 1, 1};

  /** The losses of so many examples that have the four numbers. */
  private static double[] losses(int batch, double... counted) {
    Shape shape = Shape.of(4 / batch, 1);
    Value p = Value.of("p", shape);
    Value t = Value.of("t", shape);
    Value mask = Value.of("mask", Shape.of(4 / batch));
    Lowered lowered = Lowered.toTrain();
    lowered.masked(p, mask);
    GraphInterpreter numbers = GraphInterpreter.of(batch);
    numbers.put(p, PREDICTED);
    numbers.put(t, TARGETS);
    numbers.put(mask, counted);
    Value loss =
        Losses.lower(Mentions.of("Output", "loss", constant("MEAN_SQUARED_ERROR")), p, t, lowered);
    numbers.run(lowered.equations());
    return numbers.get(loss);
  }

  /** {@code test_mask}: {@code (0.81 + 0.49 + 0.16) / 3}. */
  @Test
  void isTheMeanLossOfTheStepsThatCount() {
    double[] ofOne = losses(1, COUNTED);
    double[] ofFour = losses(4, COUNTED);

    assertThat(ofOne).usingTolerance(1e-12).containsExactly(1.46 / 3);
    assertThat((ofFour[0] + ofFour[1] + ofFour[2] + ofFour[3]) / 4).isWithin(1e-12).of(1.46 / 3);
  }

  /** {@code test_mask}, edge case: no NaN. */
  @Test
  void losesNothingWhereNothingCounts() {
    assertThat(losses(1, new double[4])).usingTolerance(0).containsExactly(0);
    assertThat(losses(4, new double[4])).usingTolerance(0).containsExactly(0, 0, 0, 0);
  }

  /**
   * {@code test_mask_and_sample_weight}: {@code (0.4 · 0.81 + 0.2 · 0.49 + 0.1 · 0.16) / 3}. An
   * example's share in the loss is its weight over the batch.
   */
  @Test
  void weighsExamplesSomeOfWhichDoNotCount() {
    double[] losses = losses(4, COUNTED);

    double total = 0;
    for (int i = 0; i < 4; i++) {
      total += WEIGHTS[i] / 4 * losses[i];
    }

    assertThat(total).isWithin(1e-12).of((0.4 * 0.81 + 0.2 * 0.49 + 0.1 * 0.16) / 3);
  }

  private static double[] negated(double... numbers) {
    double[] negated = new double[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      negated[i] = -numbers[i];
    }
    return negated;
  }

  private static double[] numbers(String text) {
    String[] words = text.split(", ");
    double[] numbers = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      numbers[i] = Double.parseDouble(words[i]);
    }
    return numbers;
  }
}
