package org.synapt.processor.plan;

import static com.google.common.truth.Truth.assertThat;
import static java.util.stream.Collectors.joining;

import org.junit.jupiter.api.Test;
import org.synapt.processor.gradient.Differentiation;
import org.synapt.processor.graph.GraphText;

final class ActivationBehindPoolingTest {

  @Test
  void theGradientOfAnActivationIsTakenOfPooledValues() {
    assertThat(
            backward(
                """
                h [b, 4, 1] = tanh(x) via 1 - square(y)(x [b, 4, 1])
                y [b, 2, 1] = maxPooling<[2 of 4 by 2], train>(h, y.saved [b, 2, 1])
                y.scaled [b, 2, 1] = y * t(y, y.target [b, 2, 1])
                y.sum [b, 1] = sum<0>(y.scaled)
                y.loss [b] = sum<0>(y.sum)
                """))
        .isEqualTo(
            """
            y.sum.gradient [b, 1] = spread<0, 1>(y.share)
            y.scaled.gradient [b, 2, 1] = spread<0, 2>(y.sum.gradient)
            y.x.gradient [b, 2, 1] = dy * t * (1 - square(y))(y.scaled.gradient, y.target, y)
            x.gradient [b, 4, 1] = maxPoolingGradient<[2 of 4 by 2]>(y.x.gradient, y.saved)
            """);
  }

  @Test
  void averagesStayBehindTheirActivation() {
    assertThat(
            backward(
                """
                h [b, 4, 1] = tanh(x) via 1 - square(y)(x [b, 4, 1])
                y [b, 2, 1] = averagePooling<[2 of 4 by 2]>(h)
                y.scaled [b, 2, 1] = y * t(y, y.target [b, 2, 1])
                y.sum [b, 1] = sum<0>(y.scaled)
                y.loss [b] = sum<0>(y.sum)
                """))
        .isEqualTo(
            """
            y.sum.gradient [b, 1] = spread<0, 1>(y.share)
            y.scaled.gradient [b, 2, 1] = spread<0, 2>(y.sum.gradient)
            y.gradient [b, 2, 1] = dy * t(y.scaled.gradient, y.target)
            h.gradient [b, 4, 1] = averagePoolingGradient<[2 of 4 by 2]>(y.gradient)
            x.gradient [b, 4, 1] = dy * (1 - square(y))(h.gradient, h)
            """);
  }

  @Test
  void anActivationThatSomebodyElseTakesStays() {
    assertThat(
            backward(
                """
                h [b, 4, 1] = tanh(x) via 1 - square(y)(x [b, 4, 1])
                y [b, 2, 1] = maxPooling<[2 of 4 by 2], train>(h, y.saved [b, 2, 1])
                y.scaled [b, 2, 1] = y * t(y, y.target [b, 2, 1])
                y.sum [b, 1] = sum<0>(y.scaled)
                y.loss [b] = sum<0>(y.sum)
                g [b, 4, 1] = sin(x)(h)
                g.scaled [b, 4, 1] = g * t(g, g.target [b, 4, 1])
                g.sum [b, 1] = sum<0>(g.scaled)
                g.loss [b] = sum<0>(g.sum)
                """))
        .isEqualTo(
            """
            g.sum.gradient [b, 1] = spread<0, 1>(g.share)
            g.scaled.gradient [b, 4, 1] = spread<0, 4>(g.sum.gradient)
            h.gradient [b, 4, 1] = dy * t * cos(x)(g.scaled.gradient, g.target, h)
            y.sum.gradient [b, 1] = spread<0, 1>(y.share)
            y.scaled.gradient [b, 2, 1] = spread<0, 2>(y.sum.gradient)
            y.gradient [b, 2, 1] = dy * t(y.scaled.gradient, y.target)
            h.gradient2 [b, 4, 1] = maxPoolingGradient<[2 of 4 by 2]>(y.gradient, y.saved)
            h.gradient3 [b, 4, 1] = a + b(h.gradient, h.gradient2)
            x.gradient [b, 4, 1] = dy * (1 - square(y))(h.gradient3, h)
            """);
  }

  private static String backward(String text) {
    return Plan.training(Differentiation.of(GraphText.parse(text))).towardsInputs().stream()
        .map(equation -> equation + "\n")
        .collect(joining());
  }
}
