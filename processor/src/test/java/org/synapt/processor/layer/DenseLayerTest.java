package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;
import static org.synapt.processor.layer.Mentions.constant;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.shape.Shape;

final class DenseLayerTest {
  private static final Mention RELU =
      Mentions.of("Dense", "units", 3, "activation", constant("RELU"));

  @Tag("L1")
  @Test
  void changesTheLastAxis() {
    assertThat(Inferred.of(RELU, Shape.of(5)).toString()).isEqualTo("[3]");
    assertThat(Inferred.of(RELU, Shape.of(4, 5)).toString()).isEqualTo("[4, 3]");
  }

  @Test
  void multipliesAddsAndActivates() {
    assertThat(Inferred.of(RELU, Shape.of(5)).lowered())
        .isEqualTo(
            """
            product [b, 3] = mult(a, weight)
            sum [b, 3] = x + b(product, bias)
            relu [b, 3] = relu(x)(sum)
            """);
  }

  @Test
  void isAProductAloneWithoutBiasAndActivation() {
    assertThat(
            Inferred.of(Mentions.of("Dense", "units", 3, "useBias", false), Shape.of(5)).lowered())
        .isEqualTo("product [b, 3] = mult(a, weight)\n");
  }

  @Test
  void startsAsKerasDoes() {
    assertThat(Inferred.of(RELU, Shape.of(4, 5)).parameters())
        .containsExactly(
            ParameterSpec.weight("weight", Shape.of(5, 3), InitializerSpec.of("glorotUniform")),
            ParameterSpec.parameter("bias", Shape.of(3), InitializerSpec.of("zeros")))
        .inOrder();
  }

  @Test
  void hasNoBiasThatIsNotUsed() {
    assertThat(
            Inferred.of(Mentions.of("Dense", "units", 3, "useBias", false), Shape.of(5))
                .parameters())
        .hasSize(1);
  }

  @Test
  void needsAUnit() {
    assertThat(Inferred.of(Mentions.of("Dense", "units", 0), Shape.of(5)).toString())
        .startsWith("[AttributeOutOfRange] units = 0 is below 1");
  }

  @Test
  void needsALastAxis() {
    assertThat(Inferred.of(RELU, Shape.of()).toString())
        .startsWith("[MissingAxis] dense works on the last axis, but a [] has none");
  }

  @Test
  void countsTheElementsOfItsWeight() {
    assertThat(Inferred.of(Mentions.of("Dense", "units", 65_536), Shape.of(65_536)).toString())
        .startsWith("[TooManyElements] y.weight [65536, 65536] has 4,294,967,296 elements");
  }

  @Test
  void knowsThatASoftmaxOverOneUnitIsOne() {
    assertThat(
            Inferred.of(
                    Mentions.of("Dense", "units", 1, "activation", constant("SOFTMAX")),
                    Shape.of(5))
                .toString())
        .startsWith("[SoftmaxOverOne] softmax over one value is always 1, and y is [1]");
  }

  @Test
  void tellsEachOfSeveralMistakes() {
    Mention layer =
        Mentions.of(
            "Dense",
            "units",
            3,
            "kernelInitializer",
            Mentions.initialize("RANDOM_NORMAL", "stddev", 0.0),
            "biasInitializer",
            Mentions.initialize("ORTHOGONAL"));

    String said = Inferred.of(layer, Shape.of(5)).toString();

    assertThat(said).contains("[AttributeOutOfRange] stddev = 0.0 is not above 0");
    assertThat(said)
        .contains("[InitializerShape] ORTHOGONAL needs rows and columns, but the parameter is [3]");
  }

  @Test
  void warnsOfAnInitializerForABiasThatItLacks() {
    Mention layer =
        Mentions.of(
            "Dense", "units", 3, "useBias", false, "biasInitializer", Mentions.initialize("ONES"));

    assertThat(Inferred.of(layer, Shape.of(5)).toString())
        .startsWith("[IdleAttribute] a layer without bias does not use biasInitializer");
  }

  @Test
  void describesItself() {
    assertThat(Inferred.of(RELU, Shape.of(5)).describe()).isEqualTo("dense(3), relu");
  }
}
