package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Penalty;
import org.synapt.processor.shape.Shape;

final class RegularizationTest {

  private static Mention dense(String attribute, Object... numbers) {
    return Mentions.of("Dense", "units", 3, attribute, Mentions.of("Regularize", numbers));
  }

  private static Inferred inferred(Mention layer) {
    return Inferred.of(layer, Shape.of(5));
  }

  @Test
  @Tag("R4")
  void belongsToTheParameterOfItsName() {
    Inferred layer = inferred(dense("kernelRegularizer", "l1", 0.5, "l2", 0.25));

    assertThat(layer.parameters().get(0).penalty()).hasValue(new Penalty(0.5, 0.25));
    assertThat(layer.parameters().get(1).penalty()).isEmpty();
    assertThat(inferred(dense("biasRegularizer", "l1", 0.5)).parameters().get(1).penalty())
        .hasValue(new Penalty(0.5, 0));
  }

  @Test
  void isThatOfARowWhereItIsOfTheActivity() {
    assertThat(Regularization.ofRow(dense("activityRegularizer", "l2", 0.1)))
        .hasValue(new Penalty(0, 0.1));
    assertThat(Regularization.ofRow(dense("kernelRegularizer", "l2", 0.1))).isEmpty();
    assertThat(Regularization.ofRow(Mentions.of("Flatten"))).isEmpty();
  }

  @Test
  void isNoneUnlessStated() {
    assertThat(inferred(Mentions.of("Dense", "units", 3)).parameters().get(0).penalty()).isEmpty();
  }

  @Test
  @Tag("R5")
  void hasNoStrengthThatNobodyWrote() {
    assertThat(inferred(dense("kernelRegularizer")).toString())
        .isEqualTo(
            "[IdleAttribute] kernelRegularizer adds nothing: l1 and l2 are 0 unless stated\n"
                + "    state one of them, such as l2 = 0.01, or remove it");
    assertThat(inferred(dense("kernelRegularizer", "l2", 0.0)).toString()).isEqualTo("[3]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kernelRegularizer", "biasRegularizer", "activityRegularizer"})
  void wantsNumbersThatAreNotBelowZero(String attribute) {
    assertThat(inferred(dense(attribute, "l1", -0.5)).toString())
        .startsWith("[AttributeOutOfRange] l1 = -0.5 is below 0");
    assertThat(inferred(dense(attribute, "l2", Double.POSITIVE_INFINITY)).toString())
        .startsWith("[AttributeOutOfRange] l2 = Infinity is no finite float");
    assertThat(inferred(dense(attribute, "l2", Double.NaN)).toString())
        .startsWith("[AttributeOutOfRange] l2 = NaN is no finite float");
  }

  @Test
  void isIdleForABiasThatIsNotThere() {
    Mention layer =
        Mentions.of(
            "Dense",
            "units",
            3,
            "useBias",
            false,
            "biasRegularizer",
            Mentions.of("Regularize", "l2", 0.1));

    assertThat(inferred(layer).toString())
        .startsWith("[IdleAttribute] a layer without bias does not use biasRegularizer");
  }

  @Test
  void isAFormulaInWords() {
    Mention layer = dense("kernelRegularizer", "l1", 0.01, "l2", 0.5);
    Penalty penalty = inferred(layer).parameters().get(0).penalty().orElseThrow();

    assertThat(penalty.toString()).isEqualTo("penalty<0.01, 0.5>");
    assertThat(penalty.of(Value.fixed("w", Shape.of(2)), "w")).isEqualTo("0.01 * Σ|w| + 0.5 * Σw²");
    assertThat(penalty.of(Value.of("y", Shape.of(2)), "y"))
        .isEqualTo("(0.01 * Σ|y| + 0.5 * Σy²) / batch");
  }
}
