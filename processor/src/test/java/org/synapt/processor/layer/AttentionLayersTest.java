package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;
import static org.synapt.processor.layer.Mentions.constant;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.graph.GraphInterpreter;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

/** {@code Attention}, {@code AdditiveAttention} and {@code MultiHeadAttention}. */
final class AttentionLayersTest {
  private static final double[] QUERY = {1, 0, 0, 1};
  private static final double[] VALUE = {1, 2, 3, 4};
  private static final double[] KEY = {0, 1, 1, 0};
  private static final Shape TWO = Shape.of(2, 2);

  /** As Keras 3's own test, keras/src/layers/attention/attention_test.py, correctness. */
  @Test
  void ofProductsIsWhatKerasSays() {
    Inferred attention = Inferred.of(Mentions.of("Attention"), TWO, TWO, TWO);

    assertThat(attention.compute(QUERY, VALUE, KEY))
        .usingTolerance(1e-3)
        .containsExactly(2.462, 3.462, 1.538, 2.538)
        .inOrder();
  }

  /** As there, with the weight of a concatenation at its beginning, 1. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ofConcatenationsIsWhatKerasSays(boolean useScale) {
    Inferred attention =
        Inferred.of(
            Mentions.of("Attention", "scoreMode", constant("CONCAT"), "useScale", useScale),
            TWO,
            TWO,
            TWO);
    Map<String, double[]> ones = new HashMap<>(Map.of("concatScoreWeight", new double[] {1}));
    if (useScale) {
      ones.put("scale", new double[] {1});
    }

    assertThat(attention.compute(ones, QUERY, VALUE, KEY))
        .usingTolerance(1e-3)
        .containsExactly(1.727, 2.727, 2.272, 3.272)
        .inOrder();
  }

  /** As Keras 3's own test, keras/src/layers/attention/additive_attention_test.py, correctness. */
  @Test
  void additiveIsWhatKerasSays() {
    Inferred attention =
        Inferred.of(Mentions.of("AdditiveAttention", "useScale", false), TWO, TWO, TWO);

    assertThat(attention.compute(QUERY, VALUE, KEY))
        .usingTolerance(1e-3)
        .containsExactly(1.727, 2.727, 2.272, 3.272)
        .inOrder();
  }

  /**
   * As Keras 3's own test, keras/src/layers/attention/multi_head_attention_test.py, correctness:
   * eight heads, each with unit matrices as kernels.
   */
  @Test
  void ofManyHeadsIsWhatKerasSays() {
    Shape shape = Shape.of(8, 8);
    Inferred attention =
        Inferred.of(
            Mentions.of("MultiHeadAttention", "numHeads", 8, "keyDim", 8), shape, shape, shape);
    double[] unit = new double[64];
    double[] kernel = new double[512];
    double[] numbers = new double[64];
    for (int i = 0; i < 64; i++) {
      unit[i] = i % 9 == 0 ? 1 : 0;
      numbers[i] = i / 100.0;
      for (int head = 0; head < 8; head++) {
        kernel[i / 8 * 64 + head * 8 + i % 8] = unit[i];
      }
    }
    Map<String, double[]> parameters = new HashMap<>();
    for (String name : new String[] {"query", "key", "value", "attentionOutput"}) {
      parameters.put(name + ".kernel", kernel);
      parameters.put(name + ".bias", new double[name.equals("attentionOutput") ? 8 : 64]);
    }

    double[] y = attention.compute(parameters, unit, numbers, unit);

    double[] expected = {2.406, 2.440, 2.473, 2.504, 2.535, 2.568, 2.602, 2.633};
    for (int i = 0; i < y.length; i++) {
      assertThat(y[i]).isWithin(1e-2).of(expected[i / 8]);
    }
  }

  /** As Keras 3's own tests, with mask: the second step counts neither as query nor as value. */
  @ParameterizedTest
  @ValueSource(strings = {"Attention", "AdditiveAttention"})
  void passesOverStepsThatDoNotCount(String name) {
    Mention layer =
        name.equals("Attention") ? Mentions.of(name) : Mentions.of(name, "useScale", false);
    Masked attention = new Masked(Inferred.of(layer, TWO, TWO));

    double[] y =
        attention.mask(0, 1, 0).mask(1, 1, 0).compute(Map.of(), QUERY, new double[] {1, 2, 30, 40});

    assertThat(y).usingTolerance(1e-9).containsExactly(1, 2, 0, 0).inOrder();
    assertThat(attention.maskOfResult()).isEqualTo("a.mask");
  }

  @Test
  void isTheMeanOfAllWhereNothingCounts() {
    Masked attention = new Masked(Inferred.of(Mentions.of("Attention"), TWO, TWO));

    double[] y = attention.mask(1, 0, 0).compute(Map.of(), QUERY, VALUE);

    assertThat(y).usingTolerance(1e-9).containsExactly(2, 3, 2, 3).inOrder();
  }

  @Test
  void seesOnlyWhatCameBefore() {
    Inferred attention =
        Inferred.of(Mentions.of("Attention", "useCausalMask", true), Shape.of(3, 1));

    double[] y = attention.compute(new double[] {0, 2, 5});

    double first = 1 / (1 + Math.exp(4));
    double[] powers = {1, Math.exp(10), Math.exp(25)};
    double sum = powers[0] + powers[1] + powers[2];
    assertThat(y)
        .usingTolerance(1e-9)
        .containsExactly(0, 2 * (1 - first), (2 * powers[1] + 5 * powers[2]) / sum)
        .inOrder();
  }

  @ParameterizedTest
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void ofManyHeadsIsWhatItsFormulasSay(boolean causal, boolean masked) {
    Inferred layer =
        Inferred.of(
            Mentions.of(
                "MultiHeadAttention",
                "numHeads",
                2,
                "keyDim",
                3,
                "valueDim",
                5,
                "outputShape",
                4,
                "useCausalMask",
                causal),
            Shape.of(4, 6),
            Shape.of(7, 2),
            Shape.of(7, 8));
    HeadsLiterally literally = new HeadsLiterally(layer, 2, causal);
    Masked attention = new Masked(layer);
    if (masked) {
      attention.mask(0, literally.mask(0, 1, 1, 0, 1));
      attention.mask(1, literally.mask(1, 0, 1, 1, 1, 0, 1, 1));
      attention.mask(2, literally.mask(2, 1, 1, 1, 0, 1, 1, 0));
    }

    double[] y = attention.compute(literally.parameters(), literally.operands());

    // The scale is a float.
    assertThat(y).usingTolerance(1e-7).containsExactly(literally.value()).inOrder();
    assertThat(attention.maskOfResult()).isEqualTo(masked ? "a.mask" : "none");
  }

  @Test
  void hasTheParametersOfKeras() {
    Inferred layer =
        Inferred.of(
            Mentions.of(
                "MultiHeadAttention", "numHeads", 2, "keyDim", 3, "valueDim", 5, "outputShape", 4),
            Shape.of(4, 6),
            Shape.of(7, 2),
            Shape.of(7, 8));

    assertThat(layer.parameters().stream().map(it -> it.name() + " " + it.shape()))
        .containsExactly(
            "query.kernel [6, 2, 3]",
            "query.bias [2, 3]",
            "key.kernel [8, 2, 3]",
            "key.bias [2, 3]",
            "value.kernel [2, 2, 5]",
            "value.bias [2, 5]",
            "attentionOutput.kernel [2, 5, 4]",
            "attentionOutput.bias [4]")
        .inOrder();
    assertThat(layer.toString()).isEqualTo("[4, 4]");
  }

  @Test
  void hasAScalarForTheScaleAndOneForTheConcatenation() {
    Inferred layer =
        Inferred.of(
            Mentions.of("Attention", "useScale", true, "scoreMode", constant("CONCAT")), TWO);

    assertThat(layer.parameters().stream().map(it -> it.name() + " " + it.shape()))
        .containsExactly("scale []", "concatScoreWeight []")
        .inOrder();
    assertThat(
            Inferred.of(Mentions.of("AdditiveAttention"), Shape.of(3, 5)).parameters().stream()
                .map(it -> it.name() + " " + it.shape()))
        .containsExactly("scale [5]");
  }

  @Test
  void oneHeadMovesNothing() {
    Inferred layer =
        Inferred.of(Mentions.of("MultiHeadAttention", "numHeads", 1, "keyDim", 4), Shape.of(3, 4));

    assertThat(layer.lowered()).doesNotContain("permute");
    assertThat(layer.lowered()).contains("x * 0.5");
  }

  @Test
  void takesStepsThatEachBatchDecides() {
    Inferred layer =
        Inferred.of(Mentions.of("MultiHeadAttention", "numHeads", 2, "keyDim", 3), Shape.of(-1, 4));

    assertThat(layer.toString()).isEqualTo("[any, 4]");
    assertThat(layer.lowered()).contains("scores [b, 2, any, any] = batchMultTransB(");
  }

  @Test
  void wantsSequences() {
    assertThat(
            Inferred.of(
                    Mentions.of("MultiHeadAttention", "numHeads", 2, "keyDim", 3),
                    Shape.of(3, 4),
                    Shape.of(4))
                .toString())
        .isEqualTo(
            "[NotASequence] multiHeadAttention reads [steps, features], but b is [4]\n"
                + "    give it two axes: @Reshape(targetShape = {4, features})");
  }

  @Test
  void wantsTheSameFeaturesInQueryAndKey() {
    assertThat(Inferred.of(Mentions.of("Attention"), Shape.of(3, 4), Shape.of(5, 6)).toString())
        .startsWith("[AttentionShape] a [3, 4] has 4 features, but b [5, 6] has 6");
    assertThat(
            Inferred.of(
                    Mentions.of("AdditiveAttention"),
                    Shape.of(3, 4),
                    Shape.of(5, 6),
                    Shape.of(5, 4))
                .toString())
        .isEqualTo("[3, 6]");
  }

  @Test
  void wantsAKeyForEachValue() {
    assertThat(
            Inferred.of(Mentions.of("Attention"), Shape.of(3, 4), Shape.of(-1, 4), Shape.of(5, 4))
                .toString())
        .startsWith("[AttentionShape] b [any, 4] has any steps, but c [5, 4] has 5");
  }

  @ParameterizedTest
  @CsvSource({
    "numHeads, 0, numHeads = 0 is below 1",
    "keyDim, -2, keyDim = -2 is below 1",
    "valueDim, -1, valueDim = -1 is below 0",
    "outputShape, -1, outputShape = -1 is below 0"
  })
  void wantsNumbersThatMakeSense(String attribute, int value, String finding) {
    Mention layer = Mentions.of("MultiHeadAttention", "numHeads", 2, "keyDim", 3);
    Mention changed =
        layer.with(
            attribute, Mentions.of("MultiHeadAttention", attribute, value).attribute(attribute));

    assertThat(Inferred.of(changed, Shape.of(3, 4)).toString())
        .startsWith("[AttributeOutOfRange] " + finding);
  }

  @Test
  void wantsScoresThatCanBeCounted() {
    assertThat(Inferred.of(Mentions.of("Attention"), Shape.of(100_000, 4)).toString())
        .startsWith("[TooManyElements] the scores of y [100000, 100000] has 10,000,000,000");
  }

  @Test
  void addsPositionsToTokens() {
    Inferred embedding = Inferred.of(positional(3), Shape.of(2));

    assertThat(
            embedding.compute(
                Map.of(
                    "tokens", new double[] {0, 0, 1, 2, 3, 4, 5, 6},
                    "positions", new double[] {10, 20, 30, 40, 50, 60}),
                new double[] {3, 1}))
        .usingTolerance(0)
        .containsExactly(15, 26, 31, 42)
        .inOrder();
    assertThat(embedding.parameters().stream().map(it -> it.name() + " " + it.shape()))
        .containsExactly("tokens [4, 2]", "positions [3, 2]")
        .inOrder();
    assertThat(embedding.describe()).isEqualTo("positionalEmbedding(3, 4, 2), maskZero");
  }

  @Test
  void wantsAPositionForEachStep() {
    assertThat(Inferred.of(positional(3), Shape.of(4)).toString())
        .startsWith("[AttributeOutOfRange] sequenceLength = 3 is below the 4 steps of a");
    assertThat(Inferred.of(positional(3), Shape.of(-1)).toString()).isEqualTo("[any, 2]");
    assertThat(Inferred.of(positional(3), Shape.of(2, 2)).toString())
        .startsWith(
            "[NotAVector] positions are counted along one axis, the steps, but a is [2, 2]");
  }

  private static Mention positional(int length) {
    return Mentions.of(
        "PositionalEmbedding", "sequenceLength", length, "inputDim", 4, "outputDim", 2);
  }

  @ParameterizedTest
  @CsvSource({
    "Attention, false, attention",
    "Attention, true, 'attention, causal'",
    "AdditiveAttention, false, additiveAttention"
  })
  void describesItself(String name, boolean causal, String text) {
    assertThat(Inferred.of(Mentions.of(name, "useCausalMask", causal), TWO).describe())
        .isEqualTo(text);
  }

  /** A layer some of whose operands have masks. */
  private static final class Masked {
    private final Inferred layer;
    private final Map<Value, double[]> masks = new HashMap<>();
    private final Lowered lowering = Lowered.toPredict();
    private String maskOfResult = "none";

    Masked(Inferred layer) {
      this.layer = layer;
    }

    Masked mask(int operand, double... counts) {
      Value x = layer.values().get(operand);
      Value mask = Value.of(x.name() + ".mask", Shape.of(x.shape().extent(0)));
      lowering.masked(x, mask);
      masks.put(mask, counts);
      return this;
    }

    double[] compute(Map<String, double[]> parameters, double[]... operands) {
      Value y = layer.lower(lowering);
      maskOfResult = lowering.mask(y).map(Value::name).orElse("none");
      GraphInterpreter numbers = GraphInterpreter.of(1);
      masks.forEach(numbers::put);
      parameters.forEach((name, elements) -> numbers.put(lowering.parameter(name), elements));
      for (int i = 0; i < operands.length; i++) {
        numbers.put(layer.values().get(i), operands[i]);
      }
      numbers.run(lowering.equations());
      return numbers.get(y);
    }

    String maskOfResult() {
      return maskOfResult;
    }
  }
}
