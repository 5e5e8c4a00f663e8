package org.synapt.processor.gradient;

import static com.google.common.truth.Truth.assertThat;
import static java.util.stream.Collectors.joining;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.synapt.processor.graph.Equation;
import org.synapt.processor.graph.Graph;
import org.synapt.processor.graph.GraphInterpreter;
import org.synapt.processor.graph.GraphText;
import org.synapt.processor.graph.Value;

final class DifferentiationTest {

  @Test
  void bothFactorsOfAProductGetTheirShare() {
    TrainingGraph training =
        differentiate(
            """
            y [b, 1] = mult(x [b, 3], w [3, 1])
            y.loss [b] = reshape<[]>(y)
            y.copy [b] = x * t(y.loss, y.target [b])
            """);

    assertThat(text(training.backward()))
        .isEqualTo(
            """
            y.gradient [b, 1] = reshape<[1]>(y.share)
            w.gradient [3, 1] = multTransA(x, y.gradient)
            """);
    assertThat(text(training.towardsInputs()))
        .isEqualTo("x.gradient [b, 3] = multTransB(y.gradient, w)\n");
  }

  @Test
  void aPenaltyNeedsNoGradientOfItsOwn() {
    TrainingGraph training =
        differentiate(
            """
            w.penalty [] = penalty<0.25, 0.5>(w [3, 1])
            y [b, 1] = mult(x [b, 3], w)
            y.loss [b] = reshape<[]>(y)
            y.copy [b] = x * t(y.loss, y.target [b])
            """);

    assertThat(text(training.backward()))
        .isEqualTo(
            """
            y.gradient [b, 1] = reshape<[1]>(y.share)
            w.gradient [3, 1] = multTransA(x, y.gradient)
            w.gradient2 [3, 1] = gradient of penalty<0.25, 0.5>(w)
            w.gradient3 [3, 1] = a + b(w.gradient, w.gradient2)
            """);
  }

  @Test
  void nothingFlowsWhereAllAboveIsFrozen() {
    TrainingGraph training =
        differentiate(
            """
            h.penalty [] = penalty<0, 0.5>(h.frozen [3, 2])
            h [b, 2] = mult(x [b, 3], h.frozen)
            y [b, 1] = mult(h, w [2, 1])
            y.loss [b] = reshape<[]>(y)
            y.copy [b] = x * t(y.loss, y.target [b])
            """);

    assertThat(text(training.backward()))
        .isEqualTo(
            """
            y.gradient [b, 1] = reshape<[1]>(y.share)
            w.gradient [2, 1] = multTransA(h, y.gradient)
            """);
    assertThat(text(training.towardsInputs()))
        .isEqualTo(
            """
            h.gradient [b, 2] = multTransB(y.gradient, w)
            x.gradient [b, 3] = multTransB(h.gradient, h.frozen)
            """);
  }

  @Test
  void sharesOfAParameterAreAddedUp() {
    TrainingGraph training =
        differentiate(
            """
            y [b, 2] = mult(x [b, 2], w [2, 2])
            z [b, 2] = mult(y, w)
            z.terms [b, 2] = square(p - t)(z, z.target [b, 2])
            z.loss [b] = sum<0>(z.terms)
            """);

    assertThat(text(training.backward()))
        .isEqualTo(
            """
            z.terms.gradient [b, 2] = spread<0, 2>(z.share)
            z.gradient [b, 2] = 2 * dy * (p - t)(z.terms.gradient, z, z.target)
            y.gradient [b, 2] = multTransB(z.gradient, w)
            w.gradient [2, 2] = multTransA(y, z.gradient)
            w.gradient2 [2, 2] = multTransA(x, y.gradient)
            w.gradient3 [2, 2] = a + b(w.gradient, w.gradient2)
            """);
  }

  @Test
  void nothingFlowsIntoARowThatIsATarget() {
    TrainingGraph training =
        differentiate(
            """
            y [b, 2] = mult(x [b, 2], w [2, 2])
            y.aim [b, 2] = detach(x)
            y.terms [b, 2] = square(p - t)(y, y.aim)
            y.loss [b] = sum<0>(y.terms)
            y.copy [b] = x * t(y.loss, y.target [b])
            """);

    assertThat(text(training.towardsInputs()))
        .isEqualTo("x.gradient [b, 2] = multTransB(y.gradient, w)\n");
  }

  @Test
  void aGradientThatPassesUnchangedIsNotComputedAgain() {
    TrainingGraph training =
        differentiate(
            """
            s [b, 2] = a + b(x [b, 2], z [b, 2])
            s.loss [b] = sum<0>(s)
            s.copy [b] = x * t(s.loss, s.target [b])
            """);

    Value gradient = training.gradients().get(input(training, "x"));
    assertThat(gradient).isEqualTo(training.gradients().get(input(training, "z")));
    assertThat(text(training.towardsInputs()))
        .isEqualTo("s.gradient [b, 2] = spread<0, 2>(s.share)\n");
  }

  @Test
  void whatLeadsToNoParameterWaitsForThoseWhoAskForInputs() {
    TrainingGraph training =
        differentiate(
            """
            h [b, 2] = tanh(x)(x [b, 2])
            y [b, 2] = mult(h, w [2, 2])
            y.terms [b, 2] = square(p - t)(y, y.target [b, 2])
            y.loss [b] = sum<0>(y.terms)
            """);

    assertThat(names(training.backward()))
        .containsExactly("y.terms.gradient", "y.gradient", "w.gradient")
        .inOrder();
    assertThat(names(training.towardsInputs()))
        .containsExactly("h.gradient", "x.gradient")
        .inOrder();
  }

  @Test
  void whatTheLossDoesNotDependOnHasNoGradient() {
    TrainingGraph training =
        differentiate(
            """
            idle [b, 2] = mult(z [b, 2], v [2, 2])
            y [b, 2] = mult(x [b, 2], w [2, 2])
            y.terms [b, 2] = square(p - t)(y, y.target [b, 2])
            y.loss [b] = sum<0>(y.terms)
            """);

    assertThat(training.gradients().keySet().stream().map(Value::name).toList())
        .containsExactly("x", "w");
  }

  @Test
  void gradientsBelongToTheRowsTheyAreOf() {
    TrainingGraph training =
        differentiate(
            """
            h.product [b, 2] = mult(x [b, 2], h.weight [2, 2])
            h [b, 2] = relu(x)(h.product)
            y [b, 2] = mult(h, y.weight [2, 2])
            y.terms [b, 2] = square(p - t)(y, y.target [b, 2])
            y.loss [b] = sum<0>(y.terms)
            """);

    assertThat(training.backward().stream().map(Equation::row).distinct().toList())
        .containsExactly("y.loss", "y", "h")
        .inOrder();
  }

  @Test
  void theLargestShareTheGradientWhereTheyAreAsLarge() {
    Graph graph =
        GraphText.parse(
            """
            y [b] = max<0>(x [b, 4])
            y.loss [b] = p * t(y, y.target [b])
            """);
    TrainingGraph training = Differentiation.of(graph);
    GraphInterpreter interpreter = GraphInterpreter.of(2);
    interpreter.put(input(training, "x"), 1, 5, 5, 2, 3, 3, 3, 3);
    interpreter.put(graph.losses().get(0).target(), 1, 1);
    interpreter.put(graph.losses().get(0).share(), 1, 2);
    interpreter.run(graph.equations());
    interpreter.run(training.backward());
    interpreter.run(training.towardsInputs());

    assertThat(interpreter.get(training.gradients().get(input(training, "x"))))
        .isEqualTo(new double[] {0, 0.5, 0.5, 0, 0.5, 0.5, 0.5, 0.5});
  }

  private static TrainingGraph differentiate(String text) {
    return Differentiation.of(GraphText.parse(text));
  }

  private static Value input(TrainingGraph training, String name) {
    return training.forward().inputs().stream()
        .filter(input -> input.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(List<Equation> equations) {
    return equations.stream().map(equation -> equation.result().name()).toList();
  }

  private static String text(List<Equation> equations) {
    return equations.stream().map(equation -> equation + "\n").collect(joining());
  }
}
