package org.synapt.processor.emission;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.synapt.processor.graph.GraphText;
import org.synapt.processor.plan.Plan;

final class RowTextTest {

  @Test
  void namesWhatIsOfTheRowByItsLastName() {
    assertThat(
            text(
                """
                h.product [b, 3] = mult(pixels [b, 4], h.weight [4, 3])
                h.sum [b, 3] = x + b(h.product, h.bias [3])
                h [b, 3] = relu(x)(h.sum)
                """))
        .isEqualTo("{@code h = relu(pixels · weight + bias)}.\n");
  }

  @Test
  void namesWhatIsOfAnotherRowInFull() {
    assertThat(text("code [b, 3] = mult(left [b, 4], encoder.weight [4, 3])"))
        .isEqualTo("{@code code = left · encoder.weight}.\n");
  }

  @Test
  void saysNothingOfAliases() {
    assertThat(
            text(
                """
                y.terms [b, 1] = square(p - t)(p [b, 1], t [b, 1])
                y [b] = reshape<[]>(y.terms)
                """))
        .isEqualTo("{@code y = square(p - t)}.\n");
  }

  @Test
  void saysAllStepsInOrder() {
    assertThat(
            text(
                """
                y.scores [b, 3] = mult(x [b, 2], y.weight [2, 3])
                y [b, 3] = softmax(y.scores)
                """))
        .isEqualTo("{@code scores = x · weight; y = softmax(scores)}.\n");
  }

  @Test
  void takesALineForEachOfManySteps() {
    assertThat(
            text(
                """
                y.firstScores [b, 3] = mult(measurements [b, 3], y.weight [3, 3])
                y.shares [b, 3] = softmax(y.firstScores)
                y.sum [b] = sum<0>(y.shares)
                y [b, 3] = spread<0, 3>(y.sum)
                """))
        .isEqualTo(
            """
            <pre>{@code
            firstScores = measurements · weight
            shares = softmax(firstScores)
            sum = sum<0>(shares)
            y = spread<0, 3>(sum)
            }</pre>
            """);
  }

  @Test
  void saysPenaltiesAsFormulas() {
    assertThat(
            RowText.of(
                GraphText.parse(
                        """
                        y.weight.penalty [] = penalty<0.01, 0.5>(y.weight [2, 3])
                        y [b, 3] = mult(x [b, 2], y.weight)
                        y.penalty [] = penalty<0.25, 0>(y)
                        """)
                    .equations()))
        .isEqualTo(
            """
            <pre>{@code
            weight.penalty = 0.01 * Σ|weight| + 0.5 * Σweight²
            y = x · weight
            penalty = 0.25 * Σ|y| / batch
            }</pre>
            """);
  }

  @Test
  void saysConvolutionsAsProducts() {
    assertThat(
            text(
                """
                y.product [b, 3, 2] = convolution<[2 of 4]>(image [b, 4, 1], y.weight [2, 1, 2])
                y.sum [b, 3, 2] = x + b(y.product, y.bias [2])
                y [b, 3, 2] = relu(x)(y.sum)
                """))
        .isEqualTo("{@code y = relu(image ∗ weight + bias)}.\n");
    assertThat(
            text(
                """
                y.product [b, 8, 1] = convolutionDataGradient<[2 of 8 by 2]>(x [b, 4, 2], y.weight [2, 1, 2])
                y [b, 8, 1] = x + b(y.product, y.bias [1])
                """))
        .isEqualTo("{@code product = x ∗ᵀ weight; y = product + bias}.\n");
  }

  @Test
  void saysPoolsByWhatTheyPool() {
    assertThat(text("y [b, 2, 1] = maxPooling<[2 of 4 by 2]>(x [b, 4, 1])"))
        .isEqualTo("{@code y = maxPooling(x)}.\n");
    assertThat(
            text(
                """
                y.saved [b, 2, 1] = batchRoom<[2, 1]>()
                y [b, 2, 1] = maxPooling<[2 of 4 by 2], train>(x [b, 4, 1], y.saved)
                """))
        .isEqualTo("{@code y = maxPooling(x)}.\n");
    assertThat(text("y [b, 2, 1] = averagePooling<[2 of 4 by 2]>(x [b, 4, 1])"))
        .isEqualTo("{@code y = averagePooling(x)}.\n");
  }

  private static String text(String graph) {
    return RowText.of(Plan.predicting(GraphText.parse(graph)).forward());
  }
}
