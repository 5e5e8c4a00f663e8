package org.synapt.processor.generated;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.synapt.processor.gradient.Differentiation;
import org.synapt.processor.gradient.GradientCheck;
import org.synapt.processor.gradient.TrainingGraph;
import org.synapt.processor.graph.Equation;

/** Networks with recurrent layers, from the declaration to the runtime. */
final class RecurrentNetworksTest {
  private static final Compiled COMPILED =
      Compiled.of(
          Stream.concat(
                  SequenceSamples.all().values().stream(),
                  Stream.of(SequenceSamples.MEMORY, SequenceSamples.ANY_LENGTH))
              .map(Samples::file)
              .toList());

  static Stream<String> samples() {
    return Stream.concat(SequenceSamples.all().keySet().stream(), Stream.of("Memory")).sorted();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void hasGradientsThatAgreeWithCentralDifferences(String sample) {
    GradientCheck.checkNetwork(COMPILED.training("samples." + sample), 13);
  }

  /** Training does without the gradients of inputs, and so does the largest product of all. */
  @Test
  void asksForTheGradientOfAnInputOnItsOwn() {
    TrainingGraph graph = Differentiation.of(COMPILED.training("samples.Translation"));

    assertThat(ops(graph.backward()))
        .containsExactly(
            "recurrentGradient<kernel, recurrent kernel, bias, hidden, cell>",
            "recurrentGradient<kernel, recurrent kernel, bias>")
        .inOrder();
    assertThat(ops(graph.towardsInputs()))
        .containsExactly("recurrentGradient<x>", "recurrentGradient<x>");
  }

  @Test
  void givesARecurrentRowAboveItsGradientAtOnce() {
    TrainingGraph graph = Differentiation.of(COMPILED.training("samples.Stacked"));

    assertThat(ops(graph.backward()))
        .containsExactly(
            "recurrentGradient<x, kernel, recurrent kernel, bias>",
            "recurrentGradient<kernel, recurrent kernel, bias>")
        .inOrder();
  }

  private static List<String> ops(List<Equation> equations) {
    return equations.stream()
        .map(equation -> equation.op().toString())
        .filter(op -> op.startsWith("recurrent"))
        .toList();
  }

  @Test
  void findsABlocksChoicesInsideIt() {
    Compiled compiled =
        Compiled.of(
            Samples.file(
                """
                /** What was read, from both ends. */
                @Block
                @interface Reading {
                  /** The states. */
                  int units();

                  /** What is made of both directions. */
                  MergeMode mergeMode();

                  /** How it is read. */
                  interface Body {
                    @Input                                             Tensor x();
                    @Bidirectional(mergeMode = MergeMode.OF_BLOCK)
                    @GRU(units = Block.OF_BLOCK, stateful = true)      Tensor read(Tensor x);
                    @State(direction = Direction.BACKWARD)             Tensor start(Tensor read);
                    @Concatenate                                       Tensor all(Tensor read, Tensor start);
                  }
                }
                """),
            Samples.file(
                """
                /** A block in a network. */
                @Network
                interface Reader {
                  @Input(shape = {6, 3}, batchSize = 8)         Tensor words();
                  @Reading(units = 4, mergeMode = MergeMode.SUM) Tensor read();
                  @Output(loss = MEAN_SQUARED_ERROR)
                  @Dense(units = 1)                             Tensor level();
                }
                """));

    assertThat(compiled.training("samples.Reader").rows().get("read.all").type())
        .isEqualTo("[b, 8]");
    assertThat(compiled.sources().get("samples.ReaderNetwork"))
        .contains("state(\"read.read.forward.hidden\", 8, 4)");
  }
}
