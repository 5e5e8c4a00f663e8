package org.synapt.processor.layer;

import static com.google.common.truth.Truth.assertThat;
import static org.synapt.processor.layer.Mentions.constant;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.synapt.processor.declaration.Attribute;
import org.synapt.processor.declaration.Mention;
import org.synapt.processor.diagnostic.Origin;
import org.synapt.processor.diagnostic.Problems;
import org.synapt.processor.graph.Value;
import org.synapt.processor.shape.Shape;

final class RecurrentLayersTest {
  private static final Shape SERIES = Shape.of(5, 3);

  /** A layer in both directions. */
  static Mention both(Mention layer, String mergeMode) {
    Mention both = Mentions.of("Bidirectional", "mergeMode", constant(mergeMode));
    return layer.with(RecurrentRow.BIDIRECTIONAL, new Attribute(both, true, Origin.NOWHERE));
  }

  /** A layer in a network whose inputs say how large a batch is. */
  static Mention inBatches(Mention layer, int size) {
    return layer.with(RecurrentRow.BATCH_SIZE, new Attribute(size, false, Origin.NOWHERE));
  }

  private static Inferred lstm(Object... stated) {
    return Inferred.of(Mentions.of("LSTM", with("units", 2, stated)), SERIES);
  }

  private static Inferred gru(Object... stated) {
    return Inferred.of(Mentions.of("GRU", with("units", 2, stated)), SERIES);
  }

  private static Object[] with(String attribute, Object value, Object... stated) {
    Object[] all = new Object[stated.length + 2];
    all[0] = attribute;
    all[1] = value;
    System.arraycopy(stated, 0, all, 2, stated.length);
    return all;
  }

  private static String predicting(Inferred layer) {
    Lowered lowering = Lowered.toPredict();
    layer.lower(lowering);
    return lowering.toString();
  }

  private static String parameters(Inferred layer) {
    StringBuilder text = new StringBuilder();
    for (ParameterSpec it : layer.parameters()) {
      text.append(it.name()).append(' ').append(it.shape()).append(' ').append(it.role());
      text.append(' ').append(it.initializer().factory()).append('\n');
    }
    return text.toString();
  }

  @Test
  void givesTheLastStateOrAll() {
    assertThat(lstm().toString()).isEqualTo("[2]");
    assertThat(lstm("returnSequences", true).toString()).isEqualTo("[5, 2]");
    assertThat(Inferred.of(both(Mentions.of("GRU", "units", 4), "CONCAT"), SERIES).toString())
        .isEqualTo("[8]");
    assertThat(
            Inferred.of(
                    both(Mentions.of("GRU", "units", 4, "returnSequences", true), "MUL"), SERIES)
                .toString())
        .isEqualTo("[5, 4]");
  }

  @Test
  void takesAnyNumberOfSteps() {
    Inferred any = Inferred.of(Mentions.of("LSTM", "units", 2), Shape.of(-1, 3));
    assertThat(Layers.named("LSTM").orElseThrow().takesSymbols(any.use())).isTrue();
    assertThat(any.toString()).isEqualTo("[2]");

    Inferred anyFeatures = Inferred.of(Mentions.of("LSTM", "units", 2), Shape.of(5, -1));
    assertThat(Layers.named("LSTM").orElseThrow().takesSymbols(anyFeatures.use())).isFalse();
  }

  @Test
  void hasKerasParameters() {
    assertThat(parameters(Inferred.of(Mentions.of("SimpleRNN", "units", 2), SERIES)))
        .isEqualTo(
            """
            kernel [3, 2] WEIGHT glorotUniform
            recurrentKernel [2, 2] WEIGHT orthogonal
            bias [2] PARAMETER zeros
            """);
    assertThat(parameters(lstm()))
        .isEqualTo(
            """
            kernel [3, 8] WEIGHT glorotUniform
            recurrentKernel [2, 8] WEIGHT orthogonal
            bias [8] PARAMETER unitForgetBias
            """);
    assertThat(parameters(gru()))
        .isEqualTo(
            """
            kernel [3, 6] WEIGHT glorotUniform
            recurrentKernel [2, 6] WEIGHT orthogonal
            bias [2, 6] PARAMETER zeros
            """);
    assertThat(parameters(gru("resetAfter", false))).contains("bias [6] ");
    assertThat(parameters(gru("useBias", false))).doesNotContain("bias");
    assertThat(parameters(lstm("unitForgetBias", false))).contains("bias [8] PARAMETER zeros");
  }

  @Test
  void hasParametersForEachDirection() {
    Mention layer = both(Mentions.of("SimpleRNN", "units", 2, "useBias", false), "SUM");

    assertThat(parameters(Inferred.of(layer, SERIES)))
        .isEqualTo(
            """
            forward.kernel [3, 2] WEIGHT glorotUniform
            forward.recurrentKernel [2, 2] WEIGHT orthogonal
            backward.kernel [3, 2] WEIGHT glorotUniform
            backward.recurrentKernel [2, 2] WEIGHT orthogonal
            """);
  }

  @Test
  void keepsStatesForEveryExampleOfABatch() {
    Mention layer = inBatches(Mentions.of("LSTM", "units", 2, "stateful", true), 32);
    Inferred stateful = Inferred.of(layer, SERIES);

    assertThat(parameters(stateful)).contains("hidden [32, 2] STATE zeros\ncell [32, 2] STATE");
    assertThat(predicting(stateful))
        .isEqualTo(
            "steps [b, 2] = recurrent<lstm, 2, tanh(x), sigmoid(x), stateful, bias, hidden, cell>"
                + "(a, kernel, recurrentKernel, bias, hidden, cell)\n");
  }

  @Test
  void aFrozenLayerRemembersAllTheSame() {
    ParameterSpec state = ParameterSpec.state("hidden", Shape.of(32, 2));

    assertThat(state.frozen()).isEqualTo(state);
    assertThat(state.trained()).isFalse();
  }

  @Test
  void isOneEquationWithRoomWhileTraining() {
    assertThat(lstm().lowered())
        .isEqualTo(
            """
            saved [b, 5, 12] = batchRoom<[5, 12]>()
            steps [b, 2] = recurrent<lstm, 2, tanh(x), sigmoid(x), bias, saved>\
            (a, kernel, recurrentKernel, bias, saved)
            """);
  }

  @Test
  void keepsSumsWhereASlopeReadsThem() {
    assertThat(gru("activation", constant("GELU")).lowered()).contains("saved [b, 5, 16] = ");
    assertThat(gru().lowered()).contains("saved [b, 5, 10] = ");
  }

  @Test
  void dropsTheSameValuesInAllStepsAndStatesOfEachGateByThemselves() {
    assertThat(
            gru("dropout", 0.5, "recurrentDropout", 0.25, "useBias", false, "resetAfter", false)
                .lowered())
        .isEqualTo(
            """
            mask [b, 1, 3] = randomMask<0.5, 7, [1, 3]>()
            squeezed [b, 3] = reshape<[3]>(mask)
            spread [b, 5, 3] = spread<0, 5>(squeezed)
            kept [b, 5, 3] = x * mask(a, spread)
            recurrentMask [b, 6] = randomMask<0.25, 7, [6]>()
            saved [b, 5, 10] = batchRoom<[5, 10]>()
            steps [b, 2] = recurrent<gru, 2, tanh(x), sigmoid(x), recurrent mask, saved>\
            (kept, kernel, recurrentKernel, recurrentMask, saved)
            """);
    assertThat(predicting(gru("dropout", 0.5, "recurrentDropout", 0.25)))
        .isEqualTo(
            "steps [b, 2] = recurrent<gru, 2, tanh(x), sigmoid(x), reset after, bias>"
                + "(a, kernel, recurrentKernel, bias)\n");
  }

  @Test
  void readsFromBothEndsAndJoins() {
    Mention layer = Mentions.of("SimpleRNN", "units", 2, "useBias", false, "returnSequences", true);

    assertThat(predicting(Inferred.of(both(layer, "CONCAT"), SERIES)))
        .isEqualTo(
            """
            forward.steps [b, 5, 2] = recurrent<simple rnn, 2, tanh(x), tanh(x), sequences>\
            (a, forward.kernel, forward.recurrentKernel)
            backward.steps [b, 5, 2] = recurrent<simple rnn, 2, tanh(x), tanh(x), backward, \
            aligned, sequences>(a, backward.kernel, backward.recurrentKernel)
            both [b, 5, 4] = concatenate<1>(forward.steps, backward.steps)
            """);
    assertThat(predicting(Inferred.of(both(layer, "AVE"), SERIES)))
        .endsWith("both [b, 5, 2] = (f + b) / 2(forward.steps, backward.steps)\n");
  }

  @Test
  void givesTheCellAsAFurtherStepToWhomItConcerns() {
    Lowered lowering = Lowered.toPredict().readBy(Mentions.of("State", "value", constant("CELL")));
    lstm("returnSequences", true, "useBias", false).lower(lowering);

    assertThat(lowering.toString())
        .isEqualTo(
            """
            steps [b, 6, 2] = recurrent<lstm, 2, tanh(x), sigmoid(x), sequences, gives cell>\
            (a, kernel, recurrentKernel)
            sequence [b, 5, 2] = crop<[0, 0], [1, 0]>(steps)
            """);
  }

  @Test
  void readsAgainForTheCellWhereNobodyKnowsHowManyStepsThereAre() {
    Mention cell = Mentions.of("State", "value", constant("CELL"));
    Lowered lowering = Lowered.toPredict().readBy(cell);
    Mention layer = Mentions.of("LSTM", "units", 2, "returnSequences", true, "useBias", false);
    Value y = Inferred.of(layer, Shape.of(-1, 3)).lower(lowering);

    new StateLayer().lower(cell, List.of(y), lowering);

    assertThat(lowering.toString())
        .isEqualTo(
            """
            steps [b, any, 2] = recurrent<lstm, 2, tanh(x), sigmoid(x), sequences>\
            (a, kernel, recurrentKernel)
            steps2 [b, 2, 2] = recurrent<lstm, 2, tanh(x), sigmoid(x), gives cell>\
            (a, kernel, recurrentKernel)
            cell [b, 2] = step<-1>(steps2)
            """);
  }

  @Test
  void handsItsMaskOnWithASequence() {
    Lowered lowering = Lowered.toPredict();
    Inferred layer = lstm("returnSequences", true, "useBias", false);
    Value mask = Value.of("mask", Shape.of(5));
    lowering.masked(layer.values().get(0), mask);

    Value y = layer.lower(lowering);

    assertThat(lowering.toString()).endsWith(", mask>(a, kernel, recurrentKernel, mask)\n");
    assertThat(lowering.mask(y)).isEqualTo(Optional.of(mask));
  }

  @ParameterizedTest
  @CsvSource({
    "units, 0, units = 0 is below 1",
    "dropout, 1.0, dropout = 1.0 leaves nothing",
    "dropout, -0.1, dropout = -0.1 is below 0",
    "recurrentDropout, 1.5, recurrentDropout = 1.5 leaves nothing"
  })
  void wantsNumbersThatMakeSense(String attribute, double value, String finding) {
    Object number = attribute.equals("units") ? (Object) (int) value : (Object) value;

    assertThat(lstm(attribute, number).toString())
        .startsWith("[AttributeOutOfRange] " + finding + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"activation", "recurrentActivation"})
  void wantsFunctionsThatWorkElementByElement(String attribute) {
    assertThat(lstm(attribute, constant("SOFTMAX")).toString())
        .startsWith(
            "[GateFunction] SOFTMAX works along an axis, but gates work element by element");
  }

  @Test
  void wantsASequence() {
    assertThat(Inferred.of(Mentions.of("LSTM", "units", 2), Shape.of(64)).toString())
        .isEqualTo(
            """
            [NotASequence] lstm reads [steps, features], but a is [64]
                give it two axes: @Reshape(targetShape = {64, features})""");
  }

  /** The text that this layer is known for: the cause is in the row above. */
  @Test
  void namesTheRowThatGivesNoSequence() {
    Mention above = Mentions.of("GRU", "units", 64);
    Use.Argument operand =
        new Use.Argument("code", Shape.of(64), Origin.NOWHERE, Optional.of(above));
    Problems problems = new Problems();
    Use use =
        new Use(
            "trend",
            Mentions.of("LSTM", "units", 2),
            List.of(operand),
            "measures [12, 3] → code [64]");

    RecurrentLayer.lstm().infer(use, problems);

    assertThat(problems.all().get(0).message())
        .isEqualTo(
            """
            [NotASequence] lstm reads [steps, features], but code is [64]
                state returnSequences = true at code, which gives the state after its last step alone
                measures [12, 3] → code [64]""");
  }

  @Test
  void wantsAllStatesOrNone() {
    Mention lstm = Mentions.of("LSTM", "units", 2);
    Shape two = Shape.of(2);

    assertThat(Inferred.of(lstm, SERIES, two, two).toString()).isEqualTo("[2]");
    assertThat(Inferred.of(lstm, SERIES, two).toString())
        .isEqualTo(
            """
            [InitialStates] lstm begins with hidden, cell states, but y has 1 beside its sequence
                name all of them, in that order, or none: then they are 0""");
    assertThat(Inferred.of(lstm, SERIES, two, Shape.of(3)).toString())
        .startsWith("[InitialStates] the cell state of y is [2], but c is [3]\n");
    assertThat(Inferred.of(both(Mentions.of("GRU", "units", 2), "SUM"), SERIES, two).toString())
        .startsWith("[InitialStates] gru begins with forward hidden, backward hidden states, but");
  }

  @Test
  void isStatefulOnlyWhereABatchHasASize() {
    assertThat(lstm("stateful", true).toString()).startsWith("[StatefulBatchSize] y keeps states");
    assertThat(
            Inferred.of(
                    inBatches(Mentions.of("GRU", "units", 2, "stateful", true), 4),
                    SERIES,
                    Shape.of(2))
                .toString())
        .startsWith("[InitialStates] y begins with the states it ended with, and with b too");
  }

  @Test
  void tellsOfWhatABiasWouldBeNeededFor() {
    assertThat(lstm("useBias", false, "unitForgetBias", true).toString())
        .startsWith("[IdleAttribute] a layer without bias does not use unitForgetBias");
  }

  @Test
  void saysWhatItIs() {
    assertThat(lstm().describe()).isEqualTo("lstm(2)");
    assertThat(gru("activation", constant("RELU")).describe()).isEqualTo("gru(2), relu");
    assertThat(
            Inferred.of(
                    both(
                        inBatches(Mentions.of("SimpleRNN", "units", 3, "stateful", true), 8),
                        "SUM"),
                    SERIES)
                .describe())
        .isEqualTo("bidirectional simpleRNN(3), sum, stateful");
  }
}
