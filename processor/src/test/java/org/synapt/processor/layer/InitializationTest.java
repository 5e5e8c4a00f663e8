package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.util.stream.Collectors.joining;
import static org.synapt.processor.layer.Mentions.constant;
import static org.synapt.processor.layer.Mentions.initialize;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.synapt.annotations.Initializer;
import org.synapt.processor.declaration.Constant;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.shape.Shape;

final class InitializationTest {

  @ParameterizedTest
  @EnumSource
  @Tag("M7")
  void knowsEveryConstantOfTheLanguage(Initializer initializer) {
    String constant = initializer.name();
    String method = Initialization.of(initialize(constant)).factory();

    assertWithMessage(constant).that(method).ignoringCase().isEqualTo(constant.replace("_", ""));
    assertThat(check(initialize(constant), Shape.of(3, 4))).isEmpty();
  }

  @Test
  @Tag("M7")
  void passesItsNumbersOn() {
    assertThat(Initialization.of(initialize("RANDOM_UNIFORM", "low", -0.5, "high", 0.25)))
        .isEqualTo(InitializerSpec.of("randomUniform", -0.5f, 0.25f));
    assertThat(
            Initialization.of(
                initialize("VARIANCE_SCALING", "scale", 2.0, "mode", constant("FAN_OUT"))))
        .isEqualTo(
            InitializerSpec.of(
                "varianceScaling",
                2f,
                constant("FAN_OUT"),
                new Constant("Distribution", "NORMAL")));
  }

  @Test
  void wantsALowBelowTheHigh() {
    assertThat(check(initialize("RANDOM_UNIFORM", "low", 0.5, "high", 0.5), Shape.of(3)))
        .startsWith("[AttributeOutOfRange] low = 0.5 is not below high = 0.5");
  }

  @Test
  void wantsDeviationsAndScalesAboveZero() {
    assertThat(check(initialize("TRUNCATED_NORMAL", "stddev", -1.0), Shape.of(3)))
        .startsWith("[AttributeOutOfRange] stddev = -1.0 is not above 0");
    assertThat(check(initialize("VARIANCE_SCALING", "scale", 0.0), Shape.of(3)))
        .startsWith("[AttributeOutOfRange] scale = 0.0 is not above 0");
  }

  @Test
  void wantsRowsAndColumnsForAUnitMatrix() {
    assertThat(check(initialize("IDENTITY"), Shape.of(3)))
        .startsWith("[InitializerShape] IDENTITY needs rows and columns, but the parameter is [3]");
    assertThat(check(initialize("IDENTITY"), Shape.of(3, 3, 3))).isEmpty();
    assertThat(check(initialize("ORTHOGONAL"), Shape.of(3, 3, 3))).isEmpty();
  }

  @Test
  void warnsOfNumbersThatAreNotUsed() {
    assertThat(check(initialize("ZEROS", "stddev", 0.1), Shape.of(3)))
        .isEqualTo(
            "[IdleAttribute] ZEROS does not use stddev\n"
                + "    remove it; this initializer has no numbers");
    assertThat(check(initialize("RANDOM_NORMAL", "low", 0.1), Shape.of(3)))
        .endsWith("remove it; this initializer has mean and stddev");
  }

  private static String check(Mention initialize, Shape parameter) {
    Problems problems = new Problems();
    Mention layer = Mentions.of("Dense", "units", 1, "kernelInitializer", initialize);
    Initialization.check(layer, "kernelInitializer", parameter, problems);
    return problems.all().stream().map(it -> it.message()).collect(joining("\n"));
  }
}
