package org.synapt.processor.formula;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.processor.formula.Expression.Call;
import org.synapt.processor.formula.Expression.Constant;
import org.synapt.processor.formula.Expression.Variable;

final class ExpressionTest {
  private final Variable x = new Variable("x");

  @Test
  void listsVariablesInOrderOfAppearance() {
    assertThat(Formulas.of("z > y ? x : y * exp(a)").variables())
        .containsExactly("z", "y", "x", "a")
        .inOrder();
  }

  @Test
  void countsItsParts() {
    assertThat(x.size()).isEqualTo(1);
    assertThat(Formulas.of("x > 0 ? -x : exp(x + 1)").size()).isEqualTo(9);
  }

  @Test
  void putsAnotherInPlaceOfAVariable() {
    assertThat(Formulas.of("x > 0 ? x : exp(-x) * y").with("x", Formulas.of("a + 1")))
        .isEqualTo(Formulas.of("a + 1 > 0 ? a + 1 : exp(-(a + 1)) * y"));
  }

  @Test
  void replacesSeveralVariablesAtOnce() {
    assertThat(Formulas.of("x - y").with(Map.of("x", new Variable("y"), "y", x)))
        .isEqualTo(Formulas.of("y - x"));
  }

  @Test
  void buildsArithmetic() {
    assertThat(x.plus(Constant.ONE).times(x).minus(x.over(x.negated())))
        .isEqualTo(Formulas.of("(x + 1) * x - x / -x"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1e39, -1e39, 1e-50})
  void holdsNoConstantThatIsNoFloat(double value) {
    assertThrows(IllegalArgumentException.class, () -> new Constant(value));
  }

  @Test
  void knowsOneZero() {
    assertThat(new Constant(-0.0)).isEqualTo(Constant.ZERO);
  }

  @Test
  void callsWithAsManyArgumentsAsThereAreParameters() {
    assertThrows(IllegalArgumentException.class, () -> new Call(Function.MAX, List.of(x)));
  }
}
