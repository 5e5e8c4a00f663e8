package org.synapt.processor.generated;

import static com.google.common.truth.Truth.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.synapt.processor.cost.Costs;
import org.synapt.processor.cost.RowCost;

/** A text book's network for handwritten digits, in its real size, and what it costs. */
@Tag("M13")
@Tag("L2")
@Tag("L6")
@Tag("L10")
final class ImageNetworksTest {
  private static final Compiled CNN = Compiled.of(Samples.file(ImageSamples.CNN));
  private static final Compiled PICTURES = Compiled.of(Samples.file(ImageSamples.PICTURES));

  @Test
  void computesWhatItsGraphSays() {
    Comparison comparison =
        new Comparison(
            CNN.network("samples.CnnNetwork", 3),
            CNN.predicting("samples.Cnn"),
            CNN.training("samples.Cnn"));

    comparison.draw(new Random(11));
    comparison.comparePrediction();
    comparison.compareTraining(/* dropout= */ true);
  }

  /** Keras says the same of these layers: 320, 9,248, 2,769,408 and 5,130. */
  @Test
  void hasAsManyParametersAsWindowsHaveWeights() {
    assertThat(row(CNN, "Cnn", "edges").parameters()).isEqualTo(3 * 3 * 1 * 32 + 32);
    assertThat(row(CNN, "Cnn", "strokes").parameters()).isEqualTo(3 * 3 * 32 * 32 + 32);
    assertThat(row(CNN, "Cnn", "hidden").parameters()).isEqualTo(13 * 13 * 32 * 512 + 512);
    assertThat(CNN.costs("samples.Cnn").parameters()).isEqualTo(2_784_106);
  }

  /** A product and a sum for each weight at each position; a bias with its activation counts 1. */
  @Test
  void takesItsOperationsAtEveryPosition() {
    assertThat(row(CNN, "Cnn", "edges").flops())
        .isEqualTo(28 * 28 * 32 * (2 * 3 * 3 * 1) + 28 * 28 * 32);
    assertThat(row(CNN, "Cnn", "strokes").flops())
        .isEqualTo(26 * 26 * 32 * (2 * 3 * 3 * 32) + 26 * 26 * 32);
    assertThat(row(CNN, "Cnn", "coarse").flops()).isEqualTo(13 * 13 * 32 * 4);
  }

  /** A bias with a swish counts 3. */
  @Test
  void aFilterSeesTheChannelsOfItsGroupOnly() {
    assertThat(row(PICTURES, "Pictures", "grouped").flops())
        .isEqualTo(5 * 5 * 4 * (2 * 3 * 2 * 1) + 5 * 5 * 4 * 3);
    assertThat(row(PICTURES, "Pictures", "each").flops())
        .isEqualTo(3 * 3 * 3 * (2 * 3 * 3) + 3 * 3 * 3 * 3);
  }

  /** Every position of what a transposed convolution takes goes to a window. */
  @Test
  void aTransposedConvolutionCountsWhatItTakes() {
    assertThat(row(PICTURES, "Pictures", "finer").flops())
        .isEqualTo(3 * 3 * 3 * (2 * 2 * 3 * 2) + 6 * 7 * 2 * 3);
  }

  /** While the second convolution runs, its operand and its result are there, and the input. */
  @Test
  void predictsInTheMemoryOfTwoValues() {
    assertThat(CNN.costs("samples.Cnn").predictionBytes())
        .isEqualTo(4 * (28 * 28 + 28 * 28 * 32 + 26 * 26 * 32));
  }

  /**
   * Most is there while a gradient goes through the second convolution: what it took, with its
   * gradient, and the gradient of what it gave; and from the start image, target, share and loss.
   * What it gave is not, for its activation's gradient is taken of the pooled values.
   */
  @Test
  void trainsInTheMemoryOfWhatGradientsRead() {
    int image = 28 * 28 + 10 + 1 + 1;
    int pooled = 13 * 13 * 32;
    int most = image + 2 * (28 * 28 * 32) + 26 * 26 * 32;
    Costs costs = CNN.costs("samples.Cnn");

    assertThat(costs.trainingBytes()).isAtLeast(4 * most);
    assertThat(costs.trainingBytes()).isAtMost(4 * (most + pooled));
  }

  private static RowCost row(Compiled compiled, String declaration, String row) {
    return compiled.costs("samples." + declaration).rows().stream()
        .filter(it -> it.entry().name().equals(row))
        .findFirst()
        .orElseThrow();
  }
}
