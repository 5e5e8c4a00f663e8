package org.synapt.processor.plan;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.synapt.processor.gradient.Differentiation;
import org.synapt.processor.graph.GraphText;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Count;

final class PlacementTest {

  @Test
  void aFormulaWorksInPlaceWhereNobodyReadsItsOperandLater() {
    Plan plan =
        predicting(
            """
            a [b, 3] = mult(x [b, 4], w [4, 3])
            y [b, 3] = tanh(x)(a)
            """);

    assertThat(place(plan, "y")).isEqualTo(place(plan, "a"));
    assertThat(plan.perExample()).isEqualTo(4 + 3);
  }

  @Test
  void anInputIsNeverWrittenOver() {
    Plan plan = predicting("y [b, 3] = tanh(x)(x [b, 3])");

    assertThat(place(plan, "y")).isNotEqualTo(place(plan, "x"));
    assertThat(plan.perExample()).isEqualTo(3 + 3);
  }

  @Test
  void anOutputIsNotWrittenOverByTheLastRow() {
    Plan plan =
        Plan.training(
            Differentiation.of(
                GraphText.parse(
                    """
                    a [b, 3] = mult(x [b, 4], w [4, 3])
                    a.loss [b] = sum<0>(a)
                    y [b, 3] = p * t(a, a.target [b, 3])
                    """)));

    assertThat(place(plan, "y")).isNotEqualTo(place(plan, "a"));
  }

  @Test
  void aProductNeedsMemoryOfItsOwn() {
    Plan plan =
        predicting(
            """
            a [b, 3] = mult(x [b, 3], v [3, 3])
            y [b, 3] = mult(a, w [3, 3])
            """);

    assertThat(place(plan, "y")).isNotEqualTo(place(plan, "a"));
  }

  @Test
  void aChainNeedsItsInputAndTwoOfItsValues() {
    Plan plan =
        predicting(
            """
            a [b, 5] = mult(x [b, 4], p [4, 5])
            c [b, 5] = mult(a, q [5, 5])
            d [b, 5] = mult(c, r [5, 5])
            e [b, 5] = mult(d, s [5, 5])
            f [b, 5] = mult(e, t [5, 5])
            """);

    assertThat(plan.perExample()).isEqualTo(4 + 5 + 5);
    assertThat(plan.perBatch()).isEqualTo(0);
  }

  @Test
  void aSmallValueLiesWhereALargeOneWas() {
    Plan plan =
        predicting(
            """
            a [b, 6] = mult(x [b, 2], p [2, 6])
            c [b, 2] = mult(a, q [6, 2])
            d [b, 3] = mult(c, r [2, 3])
            """);

    assertThat(plan.perExample()).isEqualTo(2 + 6 + 2);
  }

  @Test
  void anAliasLiesWhereItsOperandLies() {
    Plan plan =
        predicting(
            """
            a [b, 6] = mult(x [b, 2], p [2, 6])
            y [b, 2, 3] = reshape<[2, 3]>(a)
            """);

    assertThat(place(plan, "y")).isEqualTo(place(plan, "a"));
  }

  @Test
  void anAliasKeepsItsOperandAlive() {
    Plan plan =
        predicting(
            """
            a [b, 6] = mult(x [b, 2], p [2, 6])
            f [b, 2, 3] = reshape<[2, 3]>(a)
            c [b, 6] = mult(x, q [2, 6])
            d [b, 2, 3] = reshape<[2, 3]>(c)
            y [b, 2, 3] = p * q(f, d)
            """);

    assertThat(place(plan, "c")).isNotEqualTo(place(plan, "a"));
    assertThat(place(plan, "y")).isAnyOf(place(plan, "a"), place(plan, "c"));
  }

  @Test
  void gradientsOfParametersLieAmongTheGradients() {
    Plan plan =
        Plan.training(
            Differentiation.of(
                GraphText.parse(
                    """
                    flat [2] = reshape<[2]>(w [1, 2])
                    y [b, 2] = x * a(x [b, 2], flat)
                    z [b, 2] = x + a(y, flat)
                    z.terms [b, 2] = square(p - t)(z, z.target [b, 2])
                    z.loss [b] = sum<0>(z.terms)
                    """)));

    Value parameter = plan.graph().parameters().get(0);
    assertThat(plan.place(plan.gradients().get(parameter)))
        .isEqualTo(new Place.OfGradient(parameter));
    assertThat(plan.perBatch()).isEqualTo(0);
  }

  @Test
  void whatDoesNotGrowWithTheBatchLiesBehindIt() {
    Plan plan =
        predicting(
            """
            v [3] = exp(a)(w [3])
            y [b, 3] = x * v(x [b, 3], v)
            """);

    assertThat(place(plan, "v")).isEqualTo(new Place.Fixed(List.of(), 0, 3));
    assertThat(plan.perBatch()).isEqualTo(3);
  }

  @Test
  void aPenaltyNeedsOneFloatAndNoArray() {
    Plan plan =
        Plan.training(
            Differentiation.of(
                GraphText.parse(
                    """
                    y.penalty [] = penalty<0.1, 0.5>(y.weight [7, 5])
                    y.product [b, 5] = mult(x [b, 7], y.weight)
                    y [b, 5] = x + b(y.product, y.bias [5])
                    y.loss [b] = sum<0>(y)
                    y.idle [b, 5] = p * t(y, y.target [b, 5])
                    """)));

    assertThat(plan.perBatch()).isEqualTo(1);
    Value weight = plan.graph().parameters().get(0);
    Value gradient = Objects.requireNonNull(plan.gradients().get(weight));
    assertThat(plan.place(gradient)).isEqualTo(new Place.OfGradient(weight));
  }

  @Test
  void whatIsOfOneSymbolIsPackedByItself() {
    Plan plan =
        predicting(
            """
            a [b, any, 5] = mult(x [b, any, 4], p [4, 5])
            c [b, any, 5] = mult(a, q [5, 5])
            d [b, any, 5] = mult(c, r [5, 5])
            m [b, 5] = max<0>(d)
            y [b, 5] = mult(m, s [5, 5])
            """);

    assertThat(plan.examples().regions())
        .containsExactly(Count.of(5 + 5), new Count(4 + 5 + 5, List.of(-1)))
        .inOrder();
    assertThat(place(plan, "d")).isEqualTo(place(plan, "a"));
  }

  @Test
  void valuesOfOtherSymbolsNeverShareMemory() {
    Plan plan =
        predicting(
            """
            a [b, any, 3] = tanh(x)(x [b, any, 3])
            m [b, 3] = max<0>(a)
            c [b, any2, 3] = tanh(x)(z [b, any2, 3])
            n [b, 3] = max<0>(c)
            y [b, 3] = p + q(m, n)
            """);

    assertThat(place(plan, "a")).isEqualTo(new Place.Slot(List.of(-1), 3, 3));
    assertThat(place(plan, "c")).isEqualTo(new Place.Slot(List.of(-2), 3, 3));
  }

  @Test
  void regionsFollowOneAnother() {
    Arena arena =
        new Arena(List.of(Count.of(7), new Count(4, List.of(-1)), new Count(2, List.of(-1, -2))));

    assertThat(arena.at(List.of(), 5)).containsExactly(Count.of(5));
    assertThat(arena.at(List.of(-1), 0)).containsExactly(Count.of(7));
    assertThat(arena.at(List.of(-1, -2), 1))
        .containsExactly(Count.of(7), new Count(4, List.of(-1)), new Count(1, List.of(-1, -2)))
        .inOrder();
    assertThat(arena.floats()).isEqualTo(13);
  }

  @Test
  void saysWhereEachValueLies() {
    assertThat(predicting("y [b, 3] = tanh(x)(x [b, 3])").toString())
        .isEqualTo("y [b, 3] = tanh(x)(x)   at Slot[symbols=[], at=3, floats=3]\n");
  }

  @Test
  void countsTheOperationsOfAPrediction() {
    Plan plan =
        predicting(
            """
            h.product [b, 3] = mult(x [b, 4], h.weight [4, 3])
            h.sum [b, 3] = x + b(h.product, h.bias [3])
            h [b, 3] = relu(x)(h.sum)
            """);

    assertThat(plan.flops()).isEqualTo(2 * 4 * 3 + 3);
  }

  private static Plan predicting(String text) {
    return Plan.predicting(GraphText.parse(text));
  }

  private static Place place(Plan plan, String value) {
    return plan.places().entrySet().stream()
        .filter(entry -> entry.getKey().name().equals(value))
        .findFirst()
        .orElseThrow()
        .getValue();
  }
}
