package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;
import static org.synapt.processor.layer.Mentions.constant;
import static org.synapt.processor.layer.Mentions.list;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.annotations.Constraint;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.shape.Shape;

final class ConstrainingTest {

  private static Mention constrain(String constraint, Object... numbers) {
    Object[] all = new Object[numbers.length + 2];
    all[0] = "value";
    all[1] = constant(constraint);
    System.arraycopy(numbers, 0, all, 2, numbers.length);
    return Mentions.of("Constrain", all);
  }

  private static Inferred dense(String attribute, String constraint, Object... numbers) {
    Mention layer = Mentions.of("Dense", "units", 3, attribute, constrain(constraint, numbers));
    return Inferred.of(layer, Shape.of(5));
  }

  private static Optional<ConstraintSpec> kernel(String constraint, Object... numbers) {
    Inferred layer = dense("kernelConstraint", constraint, numbers);
    assertThat(layer.toString()).isEqualTo("[3]");
    return layer.parameters().get(0).constraint();
  }

  private static String said(String constraint, Object... numbers) {
    return dense("kernelConstraint", constraint, numbers).toString();
  }

  @ParameterizedTest
  @EnumSource
  void knowsEveryConstantOfTheLanguage(Constraint constraint) {
    String method = kernel(constraint.name()).map(ConstraintSpec::factory).orElse("NONE");

    assertThat(method).ignoringCase().isEqualTo(constraint.name().replace("_", ""));
  }

  @Test
  void hasTheDefaultsOfKeras() {
    assertThat(kernel("MAX_NORM")).hasValue(ConstraintSpec.of("maxNorm", 2f, 0));
    assertThat(kernel("MIN_MAX_NORM")).hasValue(ConstraintSpec.of("minMaxNorm", 0f, 1f, 1f, 0));
  }

  @Test
  void passesItsNumbersOn() {
    assertThat(kernel("MAX_NORM", "maxValue", 3.5, "axis", list(1)))
        .hasValue(ConstraintSpec.of("maxNorm", 3.5f, 1));
    assertThat(kernel("MIN_MAX_NORM", "minValue", 0.5, "maxValue", 2.0, "rate", 0.25))
        .hasValue(ConstraintSpec.of("minMaxNorm", 0.5f, 2f, 0.25f, 0));
  }

  @Test
  void countsAxesFromTheEndToo() {
    assertThat(kernel("UNIT_NORM", "axis", list(-1))).hasValue(ConstraintSpec.of("unitNorm", 1));
  }

  @Test
  void joinsSeveralAxesInTheOrderOfTheParameter() {
    assertThat(kernel("MAX_NORM", "axis", list(-1, 0)))
        .hasValue(ConstraintSpec.of("maxNorm", 2f, 0, 1));
  }

  @Test
  void wantsEveryAxisOnceAndAtLeastOne() {
    assertThat(said("UNIT_NORM", "axis", list(1, -1)))
        .isEqualTo("[RepeatedAxis] axis names axis 1 twice\n    name it once");
    assertThat(said("UNIT_NORM", "axis", list()))
        .isEqualTo(
            "[AttributeOutOfRange] axis = {} names no axis of y.weight [5, 3]\n"
                + "    name those along which norms are taken");
    assertThat(said("UNIT_NORM", "axis", list(0, 2))).startsWith("[AxisBeyondRank] axis = 2");
  }

  @Test
  void belongsToTheParameterOfItsName() {
    Inferred layer = dense("biasConstraint", "NON_NEG");

    assertThat(layer.parameters().get(0).constraint()).isEmpty();
    assertThat(layer.parameters().get(1).constraint()).hasValue(ConstraintSpec.of("nonNeg"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e300})
  void wantsALargestNormAboveZero(double number) {
    assertThat(said("MAX_NORM", "maxValue", number))
        .startsWith("[AttributeOutOfRange] maxValue = " + number);
    assertThat(said("MIN_MAX_NORM", "maxValue", number))
        .startsWith("[AttributeOutOfRange] maxValue = " + number);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.5, 1.5, Double.NaN})
  void wantsAShareOfTheWay(double rate) {
    assertThat(said("MIN_MAX_NORM", "rate", rate))
        .isEqualTo(
            "[AttributeOutOfRange] rate = "
                + rate
                + " is no share of the way into the bounds\n"
                + "    state more than 0 and at most 1");
  }

  @Test
  void wantsASmallestNormThatIsNotAboveTheLargest() {
    assertThat(said("MIN_MAX_NORM", "minValue", 1.5))
        .startsWith("[AttributeOutOfRange] minValue = 1.5 is above maxValue = 1.0");
    assertThat(said("MIN_MAX_NORM", "minValue", -1.0))
        .startsWith("[AttributeOutOfRange] minValue = -1.0 is below 0");
    assertThat(kernel("MIN_MAX_NORM", "minValue", 1.0)).isPresent();
  }

  @Test
  void wantsAnAxisOfTheParameter() {
    assertThat(said("MAX_NORM", "axis", list(2)))
        .isEqualTo(
            "[AxisBeyondRank] axis = 2, but y.weight [5, 3] has 2 axes\n"
                + "    write one from 0 to 1, or from -2 to -1");
    assertThat(said("UNIT_NORM", "axis", list(-3))).startsWith("[AxisBeyondRank] axis = -3");
    assertThat(dense("biasConstraint", "UNIT_NORM", "axis", list(1)).toString())
        .isEqualTo(
            "[AxisBeyondRank] axis = 1, but y.bias [3] has one axis\n"
                + "    write 0, its only axis");
  }

  @Test
  void warnsOfNumbersThatAreNotUsed() {
    assertThat(said("NON_NEG", "maxValue", 3.0))
        .isEqualTo(
            "[IdleAttribute] NON_NEG does not use maxValue\n"
                + "    remove it; this constraint has no numbers");
    assertThat(said("MAX_NORM", "rate", 0.5))
        .endsWith("remove it; this constraint has maxValue and axis");
    assertThat(said("NONE", "axis", list(7))).startsWith("[IdleAttribute] NONE does not use axis");
  }

  @Test
  void isIdleForABiasThatIsNotThere() {
    Mention layer =
        Mentions.of("Dense", "units", 3, "useBias", false, "biasConstraint", constrain("NON_NEG"));

    assertThat(Inferred.of(layer, Shape.of(5)).toString())
        .startsWith("[IdleAttribute] a layer without bias does not use biasConstraint");
  }
}
