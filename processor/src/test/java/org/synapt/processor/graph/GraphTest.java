package org.synapt.processor.graph;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.synapt.processor.op.Elementwise;
import org.synapt.processor.op.Softmax;
import org.synapt.processor.shape.Shape;

final class GraphTest {
  private static final Value X = Value.of("x", Shape.of(3));
  private static final Value Y = Value.of("y", Shape.of(3));

  @Test
  void saysItsEquationsLineByLine() {
    String text =
        """
        h [b, 2, 3] = mult(x [b, 2, 4], w [4, 3])
        y [b, 6] = reshape<[6]>(h)
        """;

    assertThat(GraphText.parse(text).toString())
        .isEqualTo(
            """
            h [b, 2, 3] = mult(x, w)
            y [b, 6] = reshape<[6]>(h)
            """);
  }

  @Test
  void isFedWithInputsTargetsAndShares() {
    Graph graph =
        GraphText.parse(
            """
            y [b, 3] = tanh(x)(x [b, 3])
            y.terms [b, 3] = square(p - t)(y, y.target [b, 3])
            y.loss [b] = sum<0>(y.terms)
            """);

    assertThat(graph.fed().stream().map(Value::name).toList())
        .containsExactly("x", "y.target", "y.share")
        .inOrder();
  }

  @Test
  void aRowThatIsATargetIsNotFedOnceMore() {
    Value loss = Value.of("loss", Shape.of());
    Value share = Value.of("share", Shape.of());
    Graph graph =
        new Graph(
            List.of(X),
            List.of(),
            List.of(new Equation("y", Y, Softmax.SOFTMAX, List.of(X))),
            Map.of("x", X, "y", Y),
            List.of(Y),
            List.of(new LossValue(loss, X, share)));

    assertThat(graph.fed()).containsExactly(X, share).inOrder();
    assertThat(graph.targets()).isEmpty();
  }

  @Test
  void everyOperandIsDefinedAbove() {
    Equation second = new Equation("y", Y, Softmax.SOFTMAX, List.of(Value.of("z", Shape.of(3))));

    IllegalStateException fault =
        assertThrows(IllegalStateException.class, () -> graph(second).verify());

    assertThat(fault)
        .hasMessageThat()
        .isEqualTo("y [b, 3] = softmax(z): [z] are not defined above");
  }

  @Test
  void everyValueIsDefinedOnce() {
    Equation first = new Equation("y", Y, Softmax.SOFTMAX, List.of(X));

    IllegalStateException fault =
        assertThrows(IllegalStateException.class, () -> graph(first, first).verify());

    assertThat(fault).hasMessageThat().endsWith("the result is defined twice");
  }

  @Test
  void everyShapeIsWhatItsOpInfers() {
    Equation wrong =
        new Equation("y", Value.of("y", Shape.of(4)), Elementwise.of("exp(x)", "x"), List.of(X));

    IllegalStateException fault =
        assertThrows(IllegalStateException.class, () -> graph(wrong).verify());

    assertThat(fault).hasMessageThat().endsWith("the op gives [b, 3]");
  }

  private static Graph graph(Equation... equations) {
    return new Graph(
        List.of(X), List.of(), List.of(equations), Map.of("x", X), List.of(), List.of());
  }
}
