package org.synapt.processor.op;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.synapt.kernel.Formula;
import org.synapt.kernel.GateFunctions;
import org.synapt.kernel.Recurrence;
import org.synapt.processor.graph.Value;
import org.synapt.processor.op.Recurrent.Cell;
import org.synapt.processor.op.Recurrent.Operand;
import org.synapt.processor.op.Recurrent.Option;
import org.synapt.processor.shape.Shape;

/** What the compiler knows of recurrences is what the runtime does. */
final class RecurrentTest {
  private static final Elementwise TANH =
      Elementwise.of("tanh(x)", "x").withDerivative("1 - y * y");
  private static final Elementwise SWISH = Elementwise.of("x * sigmoid(x)", "x");
  private static final Shape X = Shape.of(7, 3);

  private static Recurrent op(Cell cell, Elementwise activation, Set<Option> options) {
    return new Recurrent(
        cell, 5, new GateFormulas(activation, TANH), options, EnumSet.of(Operand.X));
  }

  private static Formula formula(Elementwise of) {
    return new Formula(of.toString(), 1, of.variables().get(0)) {
      @Override
      public void apply(int n, float[] y, float[][] x) {
        throw new AssertionError("nothing is computed here");
      }
    };
  }

  private static Recurrence runtime(Cell cell, Elementwise activation, Recurrence.Option... with) {
    GateFunctions gates =
        new GateFunctions(
            formula(activation),
            formula(GateFormulas.slope(activation)),
            formula(TANH),
            formula(GateFormulas.slope(TANH)));
    return Recurrence.of(Recurrence.Cell.valueOf(cell.name()), 7, 3, 5, gates, with);
  }

  @ParameterizedTest
  @EnumSource
  void makesAsMuchRoomAsTheRuntimeWants(Cell cell) {
    assertThat(op(cell, TANH, Set.of()).saved(X).size()).isEqualTo(runtime(cell, TANH).saved());
    assertThat(op(cell, SWISH, Set.of()).saved(X).size()).isEqualTo(runtime(cell, SWISH).saved());
  }

  @ParameterizedTest
  @EnumSource
  void givesAsManyStepsAsTheRuntime(Cell cell) {
    for (List<String> names :
        List.of(
            List.<String>of(),
            List.of("SEQUENCES"),
            List.of("GIVES_CELL"),
            List.of("SEQUENCES", "GIVES_CELL"))) {
      Set<Option> options = EnumSet.noneOf(Option.class);
      names.forEach(name -> options.add(Option.valueOf(name)));
      Recurrence.Option[] same =
          names.stream().map(Recurrence.Option::valueOf).toArray(Recurrence.Option[]::new);

      Value y = op(cell, TANH, options).infer("y", List.of(Value.of("x", X)));

      assertThat(y.shape().size()).isEqualTo(5 * runtime(cell, TANH, same).given());
    }
  }

  @Test
  void hasTheRuntimesOptionsInItsOrder() {
    assertThat(Arrays.stream(Option.values()).map(Enum::name).toList())
        .isEqualTo(Arrays.stream(Recurrence.Option.values()).map(Enum::name).toList());
    assertThat(Arrays.stream(Cell.values()).map(Cell::gates).toList())
        .isEqualTo(Arrays.stream(Recurrence.Cell.values()).map(Recurrence.Cell::gates).toList());
  }

  @Test
  void keepsItsSetsAndSaysThem() {
    EnumSet<Option> options = EnumSet.of(Option.SEQUENCES);
    Recurrent op = op(Cell.LSTM, TANH, options);
    options.add(Option.BACKWARD);

    assertThat(op.toString()).isEqualTo("recurrent<lstm, 5, tanh(x), tanh(x), sequences>");
  }

  @Test
  void findsSlopesThroughTheResultOrTheOperand() {
    assertThat(GateFormulas.slope(TANH).variables()).containsExactly("y");
    assertThat(GateFormulas.slope(SWISH).variables()).containsExactly("x");
    assertThat(new GateFormulas(TANH, TANH).needSums()).isFalse();
    assertThat(new GateFormulas(TANH, SWISH).needSums()).isTrue();
  }

  @Test
  void aStepCountsFromEitherEnd() {
    Value x = Value.of("x", X);

    assertThat(new Step(-1).infer("y", List.of(x)).type()).isEqualTo("[b, 3]");
    assertThat(new Step.Gradient(0, 7).infer("dx", List.of(Value.of("dy", Shape.of(3)))).type())
        .isEqualTo("[b, 7, 3]");
  }
}
