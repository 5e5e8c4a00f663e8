package org.synapt.processor.plan;

import static com.google.common.truth.Truth.assertThat;
import static java.util.stream.Collectors.joining;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.synapt.processor.gradient.Differentiation;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.GraphText;

final class FusionTest {

  @Test
  void biasAndActivationEndAProduct() {
    assertThat(
            predicting(
                """
                h.product [b, 3] = mult(x [b, 4], h.weight [4, 3])
                h.sum [b, 3] = x + b(h.product, h.bias [3])
                h [b, 3] = relu(x)(h.sum)
                """))
        .isEqualTo("h [b, 3] = mult then relu(x + b)(x, h.weight, h.bias)\n");
  }

  @Test
  void soTheyDoWithTheBiasInFront() {
    assertThat(
            predicting(
                """
                h.product [b, 3] = mult(x [b, 4], h.weight [4, 3])
                h [b, 3] = b - x(h.bias [3], h.product)
                """))
        .isEqualTo("h [b, 3] = mult then b - x(x, h.weight, h.bias)\n");
  }

  @Test
  void anActivationAloneEndsAProduct() {
    assertThat(
            predicting(
                """
                h.product [b, 2, 3] = mult(x [b, 2, 4], h.weight [4, 3])
                h [b, 2, 3] = tanh(x)(h.product)
                """))
        .isEqualTo("h [b, 2, 3] = mult then tanh(x)(x, h.weight)\n");
  }

  @Test
  void biasAndActivationEndAConvolution() {
    assertThat(
            predicting(
                """
                h.product [b, 3, 2] = convolution<[2 of 4], 2>(x [b, 4, 4], h.weight [2, 2, 2])
                h.sum [b, 3, 2] = x + b(h.product, h.bias [2])
                h [b, 3, 2] = relu(x)(h.sum)
                """))
        .isEqualTo(
            "h [b, 3, 2] = convolution<[2 of 4], 2> then relu(x + b)(x, h.weight, h.bias)\n");
  }

  @Test
  void aTransposedConvolutionHasNoEpilogue() {
    assertThat(
            predicting(
                """
                h.product [b, 5, 2] = convolutionDataGradient<[2 of 5]>(x [b, 4, 4], h.weight [2, 2, 4])
                h.sum [b, 5, 2] = x + b(h.product, h.bias [2])
                h [b, 5, 2] = relu(x)(h.sum)
                """))
        .isEqualTo(
            """
            h.product [b, 5, 2] = convolutionDataGradient<[2 of 5]>(x, h.weight)
            h [b, 5, 2] = relu(x + b)(h.product, h.bias)
            """);
  }

  @Test
  void aProductThatSomebodyElseTakesStays() {
    String text =
        """
        h.product [b, 3] = mult(x [b, 4], h.weight [4, 3])
        h [b, 3] = tanh(x)(h.product)
        g [b, 3] = relu(x)(h.product)
        """;

    assertThat(predicting(text)).isEqualTo(text.replaceAll("(\\w) \\[[0-9b, ]+]([,)])", "$1$2"));
  }

  @Test
  void aVectorThatIsNoBiasStaysApart() {
    assertThat(
            predicting(
                """
                h.product [b, 2, 3] = mult(x [b, 2, 4], h.weight [4, 3])
                h [b, 2, 3] = x + a(h.product, h.map [2, 3])
                """))
        .isEqualTo(
            """
            h.product [b, 2, 3] = mult(x, h.weight)
            h [b, 2, 3] = x + a(h.product, h.map)
            """);
  }

  @Test
  void aFurtherValueStaysApart() {
    assertThat(
            predicting(
                """
                h.product [b, 3] = mult(x [b, 3], h.weight [3, 3])
                h [b, 3] = x + r(h.product, x)
                """))
        .isEqualTo(
            """
            h.product [b, 3] = mult(x, h.weight)
            h [b, 3] = x + r(h.product, x)
            """);
  }

  @Test
  void otherProductsHaveNoEpilogue() {
    assertThat(
            predicting(
                """
                h.product [b, 3] = multTransB(x [b, 4], h.weight [3, 4])
                h [b, 3] = tanh(x)(h.product)
                """))
        .isEqualTo(
            """
            h.product [b, 3] = multTransB(x, h.weight)
            h [b, 3] = tanh(x)(h.product)
            """);
  }

  @Test
  void rowsStayApart() {
    assertThat(
            predicting(
                """
                h [b, 3] = mult(x [b, 4], w [4, 3])
                g [b, 3] = tanh(x)(h)
                """))
        .isEqualTo(
            """
            h [b, 3] = mult(x, w)
            g [b, 3] = tanh(x)(h)
            """);
  }

  @Test
  void formulasOfARowBecomeOne() {
    assertThat(
            predicting(
                """
                h.a [b, 3] = p * q(x [b, 3], z [b, 3])
                h.b [b, 3] = exp(p)(h.a)
                h.c [b, 3] = sin(p)(z)
                h [b, 3] = p + q(h.b, h.c)
                """))
        .isEqualTo("h [b, 3] = exp(p2 * p) + sin(p)(z, x)\n");
  }

  @Test
  void joinedFormulasKeepTheirVariablesApart() {
    assertThat(
            predicting(
                """
                h.a [b, 3] = x - y(p [b, 3], q [b, 3])
                h [b, 3] = x * y(r [b, 3], h.a)
                """))
        .isEqualTo("h [b, 3] = x2 * (x - y)(p, q, r)\n");
  }

  @Test
  void formulasOverVectorsOfTwoLengthsStayApart() {
    assertThat(
            predicting(
                """
                h.a [b, 2, 3] = x * a(x [b, 2, 3], h.map [2, 3])
                h [b, 2, 3] = x + b(h.a, h.bias [3])
                """))
        .isEqualTo(
            """
            h.a [b, 2, 3] = x * a(x, h.map)
            h [b, 2, 3] = x + b(h.a, h.bias)
            """);
  }

  @Test
  void aFormulaOfParametersStaysApartFromOneOfExamples() {
    assertThat(
            predicting(
                """
                h.scale [3] = exp(a)(h.log [3])
                h [b, 3] = x * a(x [b, 3], h.scale)
                """))
        .isEqualTo(
            """
            h.scale [3] = exp(a)(h.log)
            h [b, 3] = x * a(x, h.scale)
            """);
  }

  @Test
  void sharesOfASharedWeightAreAddedWhereTheSumLies() {
    assertThat(
            backward(
                """
                y [b, 2] = mult(x [b, 2], w [2, 2])
                z [b, 2] = mult(y, w)
                z.terms [b, 2] = square(p - t)(z, z.target [b, 2])
                z.loss [b] = sum<0>(z.terms)
                """))
        .isEqualTo(
            """
            z.terms.gradient [b, 2] = spread<0, 2>(z.share)
            z.gradient [b, 2] = 2 * dy * (p - t)(z.terms.gradient, z, z.target)
            y.gradient [b, 2] = multTransB(z.gradient, w)
            w.gradient [2, 2] = multTransA(y, z.gradient)
            w.gradient3 [2, 2] = add multTransA(w.gradient, x, y.gradient)
            """);
  }

  @Test
  void soAreTheSharesOfASharedBias() {
    assertThat(
            backward(
                """
                y [b, 2] = x + b(x [b, 2], w [2])
                z [b, 2] = x + b(y, w)
                z.loss [b] = sum<0>(z)
                z.idle [b, 2] = x * t(z, z.target [b, 2])
                """))
        .isEqualTo(
            """
            z.gradient [b, 2] = spread<0, 2>(z.share)
            w.gradient [2] = sumOverBatch(z.gradient)
            w.gradient3 [2] = add sumOverBatch(w.gradient, z.gradient)
            """);
  }

  @Test
  void soAreTheSharesOfASharedKernel() {
    assertThat(
            backward(
                """
                y [b, 3, 2] = convolution<[3 of 3 padded 1+1]>(x [b, 3, 2], w [3, 2, 2])
                z [b, 3, 2] = convolution<[3 of 3 padded 1+1]>(y, w)
                z.flat [b, 6] = reshape<[6]>(z)
                z.terms [b, 6] = square(p - t)(z.flat, z.target [b, 6])
                z.loss [b] = sum<0>(z.terms)
                """))
        .contains(
            """
            w.gradient [3, 2, 2] = convolutionWeightGradient<[3 of 3 padded 1+1]>(y, z.gradient)
            w.gradient3 [3, 2, 2] = add convolutionWeightGradient<[3 of 3 padded 1+1]>(w.gradient, x, y.gradient)
            """);
  }

  @Test
  void soIsTheGradientOfAnImageThatTwoConvolutionsTake() {
    assertThat(
            backward(
                """
                h [b, 3, 2] = convolution<[1 of 3]>(x [b, 3, 2], u [1, 2, 2])
                g [b, 3, 2] = convolution<[3 of 3 padded 1+1]>(h, v [3, 2, 2])
                f [b, 3, 2] = convolution<[1 of 3]>(h, w [1, 2, 2])
                y [b, 3, 2] = a * b(g, f)
                y.flat [b, 6] = reshape<[6]>(y)
                y.loss [b] = sum<0>(y.flat)
                y.idle [b, 6] = p * t(y.flat, y.target [b, 6])
                """))
        .contains(
            """
            h.gradient [b, 3, 2] = convolutionDataGradient<[1 of 3]>(f.gradient, w)
            w.gradient [1, 2, 2] = convolutionWeightGradient<[1 of 3]>(h, f.gradient)
            h.gradient3 [b, 3, 2] = add convolutionDataGradient<[3 of 3 padded 1+1]>(h.gradient, g.gradient, v)
            """);
  }

  @Test
  void aShareIsNotAddedToWhatOthersStillRead() {
    assertThat(
            backward(
                """
                a [b, 2] = mult(x [b, 2], v [2, 2])
                b [b, 2] = mult(a, w [2, 2])
                s [b, 2] = p + q(a, b)
                s.terms [b, 2] = square(p - t)(s, s.target [b, 2])
                s.loss [b] = sum<0>(s.terms)
                """))
        .contains("a.gradient2 [b, 2] = a + b(s.gradient, a.gradient)");
  }

  @Test
  void aPenaltyIsAddedWhereAParametersGradientLies() {
    assertThat(
            backward(
                """
                w.penalty [] = penalty<0, 0.5>(w [2, 2])
                y [b, 2] = mult(x [b, 2], w)
                z [b, 2] = mult(y, w)
                z.loss [b] = sum<0>(z)
                z.idle [b, 2] = x * t(z, z.target [b, 2])
                """))
        .isEqualTo(
            """
            z.gradient [b, 2] = spread<0, 2>(z.share)
            y.gradient [b, 2] = multTransB(z.gradient, w)
            w.gradient [2, 2] = multTransA(y, z.gradient)
            w.gradient3 [2, 2] = add multTransA(w.gradient, x, y.gradient)
            w.gradient5 [2, 2] = add gradient of penalty<0, 0.5>(w.gradient3, w)
            """);
  }

  @Test
  void whatNobodyAsksForIsLeftOut() {
    Plan plan =
        Plan.training(
            Differentiation.of(
                GraphText.parse(
                    """
                    y [b, 3] = tanh(x)(x [b, 3])
                    y.idle [b, 3] = sin(x)(x)
                    y.idler [b, 3] = exp(p) * t(y.idle, y.target [b, 3])
                    y.loss [b] = sum<0>(y)
                    """)));

    assertThat(text(plan.forward()))
        .isEqualTo(
            """
            y [b, 3] = tanh(x)(x)
            y.loss [b] = sum<0>(y)
            """);
  }

  private static String predicting(String text) {
    return text(Plan.predicting(GraphText.parse(text)).forward());
  }

  private static String backward(String text) {
    return text(Plan.training(Differentiation.of(GraphText.parse(text))).backward());
  }

  private static String text(List<Equation> equations) {
    return equations.stream().map(equation -> equation + "\n").collect(joining());
  }
}
